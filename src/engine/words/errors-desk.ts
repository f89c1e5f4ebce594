// Words for this computer: policies, rights, the record of what was synced.
import type { ErrorWords } from './errors.js';

export const DESK_ERRORS: Readonly<Record<string, ErrorWords>> = {
  'PolicyBlocked.outlook-needs-windows': {
    message: { en: 'Outlook runs on Windows only; this computer has none to sync with.', zh: 'Outlook 僅能在 Windows 上執行，這部電腦沒有可同步的 Outlook。' },
    remedy: { en: 'Install M2KSync on the Windows computer where you use classic Outlook.', zh: '請在您使用傳統版 Outlook 的 Windows 電腦上安裝 M2KSync。' },
  },
  'Cancelled.host-closed': {
    message: { en: 'The run was stopped. What was already done is recorded.', zh: '同步已停止，已完成的部分都已記錄。' },
    remedy: { en: 'Run Start-M2KSync to go on.', zh: '執行 Start-M2KSync 即可繼續。' },
  },
  'PolicyBlocked.elevated': {
    message: { en: 'This PowerShell runs as administrator, and Outlook does not talk to programs of higher rights.', zh: '此 PowerShell 以系統管理員身分執行，Outlook 無法與較高權限的程式溝通。' },
    remedy: { en: 'Run Start-M2KSync in an ordinary PowerShell window.', zh: '請在一般（非系統管理員）的 PowerShell 視窗執行 Start-M2KSync。' },
  },
  'PolicyBlocked.managed': {
    message: { en: 'Your organisation has decided this: {key} is {allowed}.', zh: '此項由您的組織管理：{key} 為 {allowed}。' },
    remedy: { en: 'Connect with that value, or ask your administrator to change the policy.', zh: '請以該值連線，或請管理員變更原則。' },
  },
  'PolicyBlocked.managed-option': {
    message: { en: 'Your organisation has decided this: {key} is {allowed}.', zh: '此項由您的組織管理：{key} 為 {allowed}。' },
    remedy: { en: 'See all of them with Get-M2KSyncOption, and ask your administrator if one should change.', zh: '請以 Get-M2KSyncOption 查看所有項目；若需更動請洽管理員。' },
  },
  'Refused.old-tool-runs': {
    message: { en: 'Openfind\'s older Mail2000 Outlook Sync is running ({program}). Two tools on one mailbox would double everything; nothing was touched.', zh: 'Openfind 舊版的 Mail2000 Outlook Sync 正在執行（{program}）。兩個工具同步同一信箱會造成資料重複，因此未做任何更動。' },
    remedy: { en: 'Exit it by its icon, switch off that it starts with Windows, then run Start-M2KSync. What it brought to Outlook is taken over, not doubled.', zh: '請由其圖示結束程式，並關閉隨 Windows 啟動，再執行 Start-M2KSync。它帶入 Outlook 的項目會直接沿用，不會重複。' },
  },
  'Refused.old-tool-begins': {
    message: { en: 'Openfind\'s older Mail2000 Outlook Sync begins with Windows (entry {program}). Two tools on one mailbox would double everything; nothing was touched.', zh: 'Openfind 舊版的 Mail2000 Outlook Sync 設定為隨 Windows 啟動（登錄項目 {program}）。兩個工具同步同一信箱會造成資料重複，因此未做任何更動。' },
    remedy: { en: 'Uninstall it, or switch it off under Task Manager > Startup, then run Start-M2KSync.', zh: '請解除安裝，或在「工作管理員 > 啟動」停用，再執行 Start-M2KSync。' },
  },
  'Refused.active-sync': {
    message: { en: 'Outlook already keeps this in step by Exchange ActiveSync (account {excerpt}); a second way would double everything.', zh: 'Outlook 已透過 Exchange ActiveSync（帳戶 {excerpt}）同步此處，再加一種同步方式會造成資料重複。' },
    remedy: { en: 'Remove that account in Outlook (File > Account Settings) or have another data file as the default, or switch this calendar or address book off: Set-M2KSyncCollection -Enabled $false.', zh: '請在 Outlook（檔案 > 帳戶設定）移除該帳戶，或改用其他預設資料檔；或以 Set-M2KSyncCollection -Enabled $false 停用此行事曆或通訊錄。' },
  },
  'Refused.scheduler': {
    message: { en: 'The Task Scheduler of Windows refused: {excerpt}', zh: 'Windows 工作排程器拒絕：{excerpt}' },
    remedy: { en: 'Check that its service runs and that your organisation lets users make tasks, then run Register-M2KSyncTask again.', zh: '請確認其服務正在執行，且貴單位允許使用者建立工作，再執行 Register-M2KSyncTask。' },
  },
  'Unavailable.sign-in-failed': {
    message: { en: 'The sign-in window cannot be shown: {excerpt}', zh: '無法顯示登入視窗：{excerpt}' },
    remedy: { en: 'Connect with Connect-M2KSync in a PowerShell window.', zh: '請在 PowerShell 視窗執行 Connect-M2KSync。' },
  },
  'Unavailable.paused': {
    message: { en: 'Background syncing is paused.', zh: '背景同步已暫停。' },
    remedy: { en: 'Go on with Resume-M2KSync, or sync once with Start-M2KSync.', zh: '請以 Resume-M2KSync 恢復，或以 Start-M2KSync 同步一次。' },
  },
  'Unavailable.not-due': {
    message: { en: 'The last scheduled run is less than {minutes} minutes ago.', zh: '距上次排程同步不到 {minutes} 分鐘。' },
    remedy: { en: 'Wait for the next one, or sync once with Start-M2KSync.', zh: '請等待下次排程，或以 Start-M2KSync 同步一次。' },
  },
  'PolicyBlocked.new-outlook': {
    message: { en: 'The new Outlook is in use, which other programs cannot reach.', zh: '目前使用的是新版 Outlook，其他程式無法連接。' },
    remedy: { en: 'Switch back to classic Outlook, then run Start-M2KSync.', zh: '請切換回傳統版 Outlook，再執行 Start-M2KSync。' },
  },
  'PolicyBlocked.outlook-guard': {
    message: { en: 'Outlook\'s security guard stopped M2KSync from reading items.', zh: 'Outlook 的安全性防護阻止 M2KSync 讀取項目。' },
    remedy: { en: 'Check that the antivirus program is up to date, or ask your administrator about Outlook\'s programmatic access policy.', zh: '請確認防毒軟體為最新狀態，或請管理員檢查 Outlook 的程式設計存取原則。' },
  },
  'PolicyBlocked.guarded-before': {
    message: { en: 'Outlook asked before letting M2KSync read; background syncing leaves it alone since.', zh: 'Outlook 曾詢問是否允許 M2KSync 存取，背景同步已暫停存取 Outlook。' },
    remedy: { en: 'See what is to be done with Test-M2KSyncInstallation; once Test-M2KSyncInstallation -Outlook passes, the background goes on.', zh: '請以 Test-M2KSyncInstallation 查看處理方式；Test-M2KSyncInstallation -Outlook 通過後即恢復背景同步。' },
  },
  'PolicyBlocked.module-refused': {
    message: { en: 'Windows PowerShell refuses to load M2KSync ({excerpt}).', zh: 'Windows PowerShell 拒絕載入 M2KSync（{excerpt}）。' },
    remedy: { en: 'Ask your administrator to trust the publisher of M2KSync in the execution policy.', zh: '請管理員在執行原則中信任 M2KSync 的發行者。' },
  },
  'PolicyBlocked.constrained-language': {
    message: { en: 'PowerShell runs in Constrained Language mode on this computer, which forbids talking to Outlook.', zh: '這部電腦的 PowerShell 處於受限語言模式，無法與 Outlook 溝通。' },
    remedy: { en: 'Ask your administrator to allow the M2KSync folder in AppLocker or App Control.', zh: '請管理員在 AppLocker 或應用程式控制原則中允許 M2KSync 的資料夾。' },
  },
  'PolicyBlocked.host-silent': {
    message: { en: 'Windows PowerShell started but never answered; a policy or an antivirus program may hold it.', zh: 'Windows PowerShell 已啟動但沒有回應，可能被原則或防毒軟體攔阻。' },
    remedy: { en: 'Ask your administrator to allow the M2KSync folder.', zh: '請管理員允許 M2KSync 的資料夾。' },
  },
  'StateBroken.state-corrupt': {
    message: { en: 'The record of what was synced is damaged ({file}). Nothing was changed on either side.', zh: '同步紀錄檔已損壞（{file}）。兩側資料都沒有更動。' },
    remedy: {
      en: 'Move that file to another folder and run Start-M2KSync -WhatIf. The next run joins the items again by their identifiers and deletes nothing.',
      zh: '請將該檔案移到其他資料夾，再執行 Start-M2KSync -WhatIf。下次同步會依識別碼重新配對，不會刪除任何項目。',
    },
  },
  'StateBroken.state-newer': {
    message: { en: 'The record of what was synced was written by a newer M2KSync ({file}).', zh: '同步紀錄檔由較新版本的 M2KSync 寫入（{file}）。' },
    remedy: { en: 'Install that version or a later one. Nothing was changed on either side.', zh: '請安裝該版本或更新的版本。兩側資料都沒有更動。' },
  },
  'StateBroken.state-unwritable': {
    message: { en: 'The record of what is synced cannot be written ({file}). Nothing was changed on either side.', zh: '無法寫入同步紀錄檔（{file}）。兩側資料都沒有更動。' },
    remedy: { en: 'Check that the disk is not full and that you may write there, then run Start-M2KSync again.', zh: '請確認磁碟未滿且您有寫入權限，再執行 Start-M2KSync。' },
  },
};
