@echo off
rem Opens Windows PowerShell with the module: the default policy of Windows runs no scripts, and this asks for an exception in this window alone.
"%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe" -NoLogo -NoProfile -NoExit -ExecutionPolicy Bypass -Command "Import-Module '%~dp0M2KSync.psd1'; Get-M2KSyncStatus"
