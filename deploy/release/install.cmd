@echo off
rem Installs the module folder this file lies in for the user who runs it; needs no administrator.
setlocal
set "M2KSYNC_MODULE=%~dp0M2KSync.psd1"
"%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe" -NoLogo -NoProfile -ExecutionPolicy Bypass -Command "Import-Module -Name $env:M2KSYNC_MODULE; Install-M2KSync -Confirm:$false; exit [int](-not $?)"
if errorlevel 1 (
  echo.
  echo Nothing was installed. If it says above that a script is not digitally signed, a policy of this computer runs signed scripts only: use the signed package of M2KSync.
  exit /b 1
)
