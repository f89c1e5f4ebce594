// m2ksync-run.exe: what the scheduled task starts. A program without a console that runs node.exe with m2ksync.mjs, which lie beside it, hands its own
// arguments on, waits, and ends with the same exit code. After `logon`, and by `tray`, it shows the icon and waits for its end. No console window shows, and no other way keeps the exit code (desk-rules.md 12).
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

enum { INNER_FAILURE = 1 /* as the engine's own */, LONGEST = 32767 };

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

// Runs a program without a window to its end; its exit code.
static int run(const wchar_t *program, wchar_t *line)
{
    STARTUPINFOW start;
    PROCESS_INFORMATION process;
    DWORD code = INNER_FAILURE;
    HANDLE job = job_that_ends_with_us();
    ZeroMemory(&start, sizeof start), start.cb = sizeof start;
    // Suspended until it is in the job, so that none of its children is outside.
    if (!CreateProcessW(program, line, NULL, NULL, FALSE, CREATE_NO_WINDOW | CREATE_SUSPENDED, NULL, NULL, &start, &process)) return INNER_FAILURE;
    if (job != NULL) AssignProcessToJobObject(job, process.hProcess);
    ResumeThread(process.hThread);
    WaitForSingleObject(process.hProcess, INFINITE);
    if (!GetExitCodeProcess(process.hProcess, &code)) code = INNER_FAILURE;
    return (int)code;
}

// The icon of the notification area: a cmdlet, which ends at once where there is one already or the option Tray is off.
static int tray(void)
{
    static wchar_t shell[LONGEST + 1], line[LONGEST + 1];
    if (GetSystemDirectoryW(shell, MAX_PATH) == 0 || !append(shell, L"\\WindowsPowerShell\\v1.0\\powershell.exe")) return INNER_FAILURE;
    if (!append(line, L"\"") || !append(line, shell) || !append(line, L"\" -NoLogo -NoProfile -NonInteractive -Sta -ExecutionPolicy Bypass -Command \"Import-Module -Name M2KSync; Show-M2KSyncTray\"")) return INNER_FAILURE;
    // That of PowerShell 7 would keep 5.1 from its own modules.
    SetEnvironmentVariableW(L"PSModulePath", NULL);
    return run(shell, line);
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR rest, int show)
{
    static wchar_t folder[LONGEST + 1], node[LONGEST + 1], line[LONGEST + 1];
    const wchar_t *words = arguments(GetCommandLineW());
    (void)instance, (void)before, (void)rest, (void)show;

    clean_environment();
    if (lstrcmpW(words, L"tray") == 0) return tray();
    if (own_folder(folder) == 0 || !append(node, folder) || !append(node, L"node.exe")) return INNER_FAILURE;
    if (!append(line, L"\"") || !append(line, node) || !append(line, L"\" \"") || !append(line, folder)) return INNER_FAILURE;
    if (!append(line, L"m2ksync.mjs\" ") || !append(line, words)) return INNER_FAILURE;
    const int code = run(node, line);
    if (lstrcmpW(words, L"logon") == 0) tray();
    return code;
}
