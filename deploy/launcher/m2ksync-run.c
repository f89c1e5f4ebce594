// m2ksync-run.exe: what the scheduled task starts. A program without a console that runs node.exe with m2ksync.mjs, which lie beside it, hands its own
// arguments on, waits, and ends with the same exit code. No console window shows, and no other way keeps the exit code (desk-rules.md 12).
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

// As the engine's own: 1 is an inner failure.
enum { INNER_FAILURE = 1, LONGEST = 32767 };

// The command line after our own name, which may be quoted and may not.
static const wchar_t *arguments(const wchar_t *line)
{
    BOOL quoted = FALSE;
    while (*line != 0 && (quoted || (*line != L' ' && *line != L'\t'))) {
        if (*line == L'"') quoted = !quoted;
        line++;
    }
    while (*line == L' ' || *line == L'\t') line++;
    return line;
}

// Appends to a line of LONGEST characters; FALSE when it does not fit.
static BOOL append(wchar_t *line, const wchar_t *more)
{
    if (lstrlenW(line) + lstrlenW(more) >= LONGEST) return FALSE;
    lstrcatW(line, more);
    return TRUE;
}

// The folder of this program with its last backslash; 0 when it has no name we can hold.
static int own_folder(wchar_t *folder)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
    if (length == 0 || length >= LONGEST) return 0;
    while (length > 0 && folder[length - 1] != L'\\') length--;
    folder[length] = 0;
    return (int)length;
}

// Whoever ends us (Task Scheduler after 15 minutes) ends node with us: it would else hold the lock for ever.
static HANDLE job_that_ends_with_us(void)
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits;
    HANDLE job = CreateJobObjectW(NULL, NULL);
    ZeroMemory(&limits, sizeof limits);
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    if (job != NULL) SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
    return job;
}

// NODE_OPTIONS and NODE_PATH would put foreign code into the engine.
static void clean_environment(void)
{
    SetEnvironmentVariableW(L"NODE_OPTIONS", NULL);
    SetEnvironmentVariableW(L"NODE_PATH", NULL);
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR rest, int show)
{
    static wchar_t folder[LONGEST + 1], node[LONGEST + 1], line[LONGEST + 1];
    STARTUPINFOW start;
    PROCESS_INFORMATION process;
    DWORD code = INNER_FAILURE;
    HANDLE job;
    (void)instance, (void)before, (void)rest, (void)show;

    if (own_folder(folder) == 0) return INNER_FAILURE;
    if (!append(node, folder) || !append(node, L"node.exe")) return INNER_FAILURE;
    if (!append(line, L"\"") || !append(line, node) || !append(line, L"\" \"") || !append(line, folder)) return INNER_FAILURE;
    if (!append(line, L"m2ksync.mjs\" ") || !append(line, arguments(GetCommandLineW()))) return INNER_FAILURE;

    clean_environment();
    job = job_that_ends_with_us();
    ZeroMemory(&start, sizeof start);
    start.cb = sizeof start;
    // Suspended until it is in the job, so that none of its children is outside.
    if (!CreateProcessW(node, line, NULL, NULL, FALSE, CREATE_NO_WINDOW | CREATE_SUSPENDED, NULL, NULL, &start, &process)) return INNER_FAILURE;
    if (job != NULL) AssignProcessToJobObject(job, process.hProcess);
    ResumeThread(process.hThread);
    WaitForSingleObject(process.hProcess, INFINITE);
    if (!GetExitCodeProcess(process.hProcess, &code)) code = INNER_FAILURE;
    return (int)code;
}
