@echo off
rem Installs the module folder this file lies in for the user who runs it; needs no administrator.
"%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe" -NoLogo -NoProfile -ExecutionPolicy Bypass -Command "Import-Module '%~dp0M2KSync.psd1'; Install-M2KSync -Confirm:$false; exit [int](-not $?)"
