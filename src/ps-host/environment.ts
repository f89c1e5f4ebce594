// The environment of the PowerShell host, built from a list (desk-rules.md 2).

/**
 * What Windows PowerShell, COM and .NET need to find the machine and the user. PSModulePath is not among them: inherited from PowerShell 7
 * through node it would make 5.1 load 7's modules and fail; 5.1 builds its own where there is none. Nor are NODE_OPTIONS, NODE_POWERSHELL
 * (node-powershell takes its executable from it) and the profiler hooks of .NET (COR_*, COMPLUS_*, DOTNET_STARTUP_HOOKS).
 */
const KEPT: ReadonlySet<string> = new Set([
  'systemroot', 'windir', 'systemdrive', 'comspec', 'path', 'pathext', 'os', 'temp', 'tmp', 'tmpdir',
  'username', 'userdomain', 'userprofile', 'homedrive', 'homepath', 'home', 'user', 'logname', 'computername', 'logonserver', 'sessionname',
  'appdata', 'localappdata', 'programdata', 'allusersprofile', 'public', 'programfiles', 'programfiles(x86)', 'programw6432',
  'commonprogramfiles', 'commonprogramfiles(x86)', 'commonprogramw6432', 'number_of_processors', 'processor_architecture',
  'lang', 'lc_all', 'lc_ctype', 'tz', 'xdg_config_home', 'xdg_data_home', 'xdg_cache_home', 'xdg_state_home', 'xdg_runtime_dir',
]);

/** TERM: pwsh on Linux else writes ESC[?1h around every command and hides the delimiter (measured, 7.6.5). NO_COLOR: no colour codes in errors. */
const FIXED = { TERM: 'dumb', NO_COLOR: '1' } as const;

/** `added` is for the lab's own executables (DOTNET_ROOT, WINEPREFIX ...); the product adds nothing. */
export function hostEnvironment(
  from: Readonly<Record<string, string | undefined>>, added: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const kept = Object.entries(from).filter((entry): entry is [string, string] => entry[1] !== undefined && KEPT.has(entry[0].toLowerCase()));
  return { ...Object.fromEntries(kept), ...FIXED, ...added };
}
