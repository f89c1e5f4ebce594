@echo off
rem Opens Windows PowerShell with the module: the default policy of Windows runs no scripts, and this asks for an exception in this window alone.
rem The module lies beside this file in the unpacked zip, and in the module folder of all users where the MSI was installed.
setlocal
set "M2KSYNC_MODULE=%~dp0M2KSync.psd1"
if not exist "%M2KSYNC_MODULE%" set "M2KSYNC_MODULE=M2KSync"
"%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe" -NoLogo -NoProfile -NoExit -ExecutionPolicy Bypass -Command "Import-Module -Name $env:M2KSYNC_MODULE; Get-M2KSyncStatus"
