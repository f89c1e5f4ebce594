// Words for failures of Outlook and of the PowerShell that drives it.
import type { ErrorWords } from './errors.js';

export const OUTLOOK_ERRORS: Readonly<Record<string, ErrorWords>> = {
  'Unavailable.outlook-closed': {
    message: { en: 'Outlook is not running.', zh: 'Outlook 尚未執行。' },
    remedy: { en: 'Start Outlook, or run Start-M2KSync, which starts it.', zh: '請啟動 Outlook，或執行 Start-M2KSync 由其啟動。' },
  },
  'Unavailable.outlook-missing': {
    message: { en: 'Classic Outlook is not installed on this computer.', zh: '這部電腦沒有安裝傳統版 Outlook。' },
    remedy: { en: 'Install classic Outlook. The new Outlook has no interface that M2KSync could use.', zh: '請安裝傳統版 Outlook；新版 Outlook 沒有 M2KSync 可使用的介面。' },
  },
  'Unavailable.outlook-died': {
    message: { en: 'Outlook ended during the run.', zh: '同步時 Outlook 已結束。' },
    remedy: { en: 'Nothing is lost. Start Outlook; the next run goes on.', zh: '資料沒有遺失。請啟動 Outlook，下次同步會繼續。' },
  },
  'Refused.no-trial': {
    message: { en: 'There is no Outlook here that could be tried.', zh: '這裡沒有可測試的 Outlook。' },
    remedy: { en: 'Run it on a computer with classic Outlook.', zh: '請在裝有傳統版 Outlook 的電腦上執行。' },
  },
  'Busy.outlook-busy': {
    message: { en: 'Outlook is busy, perhaps with an open dialog.', zh: 'Outlook 忙碌中，可能有對話方塊未關閉。' },
    remedy: { en: 'Close open dialogs in Outlook. The next run tries again.', zh: '請關閉 Outlook 開啟中的對話方塊，下次同步會再試。' },
  },
  'Unavailable.folder-gone': {
    message: { en: 'The Outlook folder of "{subject}" is not there any more.', zh: '「{subject}」的 Outlook 資料夾已不存在。' },
    remedy: { en: 'Nothing was deleted on the server. Bring the folder back from Deleted Items; or have a new one with Set-M2KSyncCollection -Id {item} -Relink; or switch it off with -Enabled $false.', zh: '伺服器上沒有刪除任何項目。請由「刪除的郵件」還原資料夾；或執行 Set-M2KSyncCollection -Id {item} -Relink 建立新資料夾；或以 -Enabled $false 停用。' },
  },
  'Unavailable.folder-deleted': {
    message: { en: 'The Outlook folder of "{subject}" lies in Deleted Items. Nothing was deleted on the server.', zh: '「{subject}」的 Outlook 資料夾已被移到「刪除的郵件」。伺服器上沒有刪除任何項目。' },
    remedy: { en: 'Move the folder back; or have a new one with Set-M2KSyncCollection -Id {item} -Relink; or switch it off with -Enabled $false.', zh: '請將資料夾移回；或執行 Set-M2KSyncCollection -Id {item} -Relink 建立新資料夾；或以 -Enabled $false 停用。' },
  },
  'Unavailable.store-closed': {
    message: { en: 'The Outlook data file with the folder of "{subject}" is not open. Nothing was deleted on the server.', zh: '「{subject}」資料夾所在的 Outlook 資料檔未開啟。伺服器上沒有刪除任何項目。' },
    remedy: { en: 'Open the data file in Outlook (File, Open, Outlook Data File); or have a folder in another with Set-M2KSyncCollection -Id {item} -Relink; or switch it off with -Enabled $false.', zh: '請在 Outlook 開啟該資料檔（檔案、開啟、Outlook 資料檔案）；或執行 Set-M2KSyncCollection -Id {item} -Relink 於其他資料檔建立資料夾；或以 -Enabled $false 停用。' },
  },
  'Unavailable.default-folder-changed': {
    message: { en: 'Outlook has another default data file now: "{subject}" is joined to the default folder of the one before. Nothing was moved or deleted.', zh: 'Outlook 的預設資料檔已變更：「{subject}」原本連結的是先前資料檔的預設資料夾。沒有移動或刪除任何項目。' },
    remedy: { en: 'Make the data file of before the default one again; or join the new default folder with Set-M2KSyncCollection -Id {item} -Relink; or have a folder of its own with -DefaultFolder $false.', zh: '請將先前的資料檔改回預設；或執行 Set-M2KSyncCollection -Id {item} -Relink 連結新的預設資料夾；或以 -DefaultFolder $false 使用專屬資料夾。' },
  },
  'Refused.folder-name': {
    message: { en: 'Outlook does not take "{detail}" as the new name of the folder "{subject}".', zh: 'Outlook 不接受將資料夾「{subject}」更名為「{detail}」。' },
    remedy: { en: 'Nothing to do: the folder keeps its name and is synced as before. Give another name on the server if you want one.', zh: '不需處理：資料夾保留原名並照常同步。若要更名，請在伺服器上使用其他名稱。' },
  },
  'Refused.collection-name': {
    message: { en: 'The server did not take "{detail}" as the new name of "{subject}".', zh: '伺服器未接受將「{subject}」更名為「{detail}」。' },
    remedy: { en: 'Nothing to do: both are synced as before under the names that they have. Rename it on the server itself if you want it there.', zh: '不需處理：兩側保留現有名稱並照常同步。若要更名，請直接在伺服器上更名。' },
  },
  'Unavailable.outcome-unknown': {
    message: { en: 'Outlook gave no answer to a write; whether it was done is not known.', zh: 'Outlook 沒有回應寫入動作，無法確定是否完成。' },
    remedy: { en: 'Nothing to do: the next run looks before it writes again.', zh: '不需處理，下次同步會先確認再寫入。' },
  },
  'Unavailable.host-died': {
    message: { en: 'The PowerShell behind M2KSync ended during the run.', zh: '同步時 M2KSync 使用的 PowerShell 已結束。' },
    remedy: { en: 'Nothing is lost. The next run goes on; if it happens again, look into the log.', zh: '資料沒有遺失，下次同步會繼續；若再次發生請查看記錄。' },
  },
  'Unavailable.host-silent': {
    message: { en: 'Outlook did not answer for a long time.', zh: 'Outlook 長時間沒有回應。' },
    remedy: { en: 'Close open dialogs in Outlook. The next run tries again.', zh: '請關閉 Outlook 開啟中的對話方塊，下次同步會再試。' },
  },
  'Unavailable.host-garbled': {
    message: { en: 'The PowerShell behind M2KSync gave an answer that cannot be read.', zh: 'M2KSync 使用的 PowerShell 回應無法解讀。' },
    remedy: { en: 'Run Start-M2KSync again; if it happens again, report this text.', zh: '請再執行 Start-M2KSync；若再次發生，請回報此訊息。' },
  },
  'Unavailable.secret-not-saved': {
    message: { en: 'Windows PowerShell did not store the password ({excerpt}).', zh: 'Windows PowerShell 未能儲存密碼（{excerpt}）。' },
    remedy: { en: 'Connect with Connect-M2KSync in a PowerShell window. If that fails too, ask your administrator to allow the M2KSync folder.', zh: '請在 PowerShell 視窗以 Connect-M2KSync 連線；若仍失敗，請管理員允許 M2KSync 的資料夾。' },
  },
  'Unavailable.host-not-started': {
    message: { en: 'Windows PowerShell could not be started ({excerpt}).', zh: '無法啟動 Windows PowerShell（{excerpt}）。' },
    remedy: { en: 'Check that Windows PowerShell 5.1 is allowed on this computer.', zh: '請確認這部電腦允許執行 Windows PowerShell 5.1。' },
  },
  'Unavailable.no-outlook': {
    message: { en: 'Outlook was not opened in this run.', zh: '本次同步沒有開啟 Outlook。' },
    remedy: { en: 'Run Start-M2KSync again.', zh: '請再執行 Start-M2KSync。' },
  },
  'Unavailable.profile-prompt': {
    message: { en: 'Outlook is set to ask for a profile at start, so it is not started unseen.', zh: 'Outlook 設定為啟動時選擇設定檔，因此不會在背景啟動。' },
    remedy: { en: 'Start Outlook yourself and choose the profile, then run Start-M2KSync.', zh: '請自行啟動 Outlook 並選擇設定檔，再執行 Start-M2KSync。' },
  },
};
