// Stands where Windows PowerShell would in the Windows of these tests: notes how it was started, and ends.
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR rest, int show)
{
    static char line[8192], module[512];
    static const char *const file = "C:\\powershell-was.txt";
    DWORD written;
    HANDLE to = CreateFileA(file, FILE_APPEND_DATA, 0, NULL, OPEN_ALWAYS, 0, NULL);
    (void)instance, (void)before, (void)rest, (void)show;
    lstrcpynA(line, GetCommandLineA(), 8000);
    if (GetEnvironmentVariableA("M2KSYNC_MODULE", module, sizeof module) > 0) {
        lstrcatA(lstrcatA(line, " module="), module);
    }
    lstrcatA(line, GetEnvironmentVariableA("PSModulePath", NULL, 0) > 0 ? " with modules\n" : "\n");
    WriteFile(to, line, (DWORD)lstrlenA(line), &written, NULL);
    CloseHandle(to);
    return 0;
}
