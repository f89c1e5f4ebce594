// Words for settings and choices that cannot be.
import type { ErrorWords } from './errors.js';

export const SETTINGS_ERRORS: Readonly<Record<string, ErrorWords>> = {
  'Settings.no-layout': {
    message: { en: 'On a server of this kind the address of {item} is not known.', zh: '無法推知此類伺服器上 {item} 的網址。' },
    remedy: { en: 'Give the whole address: Add-M2KSyncCollection -Url.', zh: '請提供完整網址：Add-M2KSyncCollection -Url。' },
  },
  'Settings.nothing-added': {
    message: { en: 'Nothing was added as {item}.', zh: '沒有以 {item} 加入的項目。' },
    remedy: { en: 'See what was added with Get-M2KSyncCollection: its Source is given.', zh: '請以 Get-M2KSyncCollection 查看，Source 為 given 者為自行加入的項目。' },
  },
  'Settings.not-connected': {
    message: { en: 'This profile is not connected to a server yet.', zh: '此設定檔尚未連線到伺服器。' },
    remedy: { en: 'Connect it with Connect-M2KSync -Address you@example.com -MailHost mail.example.com', zh: '請執行 Connect-M2KSync -Address you@example.com -MailHost mail.example.com' },
  },
  'Settings.value': {
    message: { en: 'The settings file {file} has a value that is not allowed: {key}.', zh: '設定檔 {file} 中有不允許的值：{key}。' },
    remedy: { en: 'Allowed there: {allowed}. Correct the file, or set the value with Set-M2KSyncCollection.', zh: '允許的值：{allowed}。請修正檔案，或以 Set-M2KSyncCollection 設定。' },
  },
  'Settings.policy-value': {
    message: { en: 'Your organisation\'s policy {key} has a value that means nothing to M2KSync.', zh: '您組織的原則 {key} 的值無法辨識。' },
    remedy: { en: 'Ask your administrator to set one of: {allowed}.', zh: '請管理員改為下列之一：{allowed}。' },
  },
  'Settings.not-writable': {
    message: { en: 'The settings file {file} cannot be used: {excerpt}', zh: '無法使用設定檔 {file}：{excerpt}' },
    remedy: { en: 'Check that you may write there and that the disk is not full, then try again.', zh: '請確認您有該處的寫入權限且磁碟未滿，再重試。' },
  },
  'Settings.not-json': {
    message: { en: 'The settings file {file} is not valid JSON.', zh: '設定檔 {file} 不是正確的 JSON。' },
    remedy: { en: 'Correct the file, or move it away and connect again with Connect-M2KSync. What was synced stays known.', zh: '請修正檔案，或將其移開後以 Connect-M2KSync 重新連線；已同步的紀錄會保留。' },
  },
  'Settings.no-such-collection': {
    message: { en: 'There is no calendar or address book with the id {item}.', zh: '沒有識別碼為 {item} 的行事曆或通訊錄。' },
    remedy: { en: 'See the ids with Get-M2KSyncCollection. There are: {allowed}', zh: '請以 Get-M2KSyncCollection 查看識別碼。現有：{allowed}' },
  },
  'Settings.no-such-check': {
    message: { en: 'No check has "{item}" in its name.', zh: '沒有名稱含「{item}」的測試項目。' },
    remedy: { en: 'Leave the text out to run all of them.', zh: '不加此文字即可執行全部測試。' },
  },
  'Settings.no-such-image': {
    message: { en: 'The history has no entry {item} (any more).', zh: '歷史紀錄中（已）沒有 {item} 這一筆。' },
    remedy: { en: 'See what can come back with Get-M2KSyncHistory. Entries are kept for 30 days.', zh: '請以 Get-M2KSyncHistory 查看可復原的項目。紀錄保留 30 天。' },
  },
  'Settings.restore-off': {
    message: { en: '"{subject}" is not synced, so nothing can be brought back into it.', zh: '「{subject}」目前沒有同步，無法復原其中的項目。' },
    remedy: { en: 'Switch it on with Set-M2KSyncCollection -Id {item} -Enabled $true, then try again.', zh: '請先執行 Set-M2KSyncCollection -Id {item} -Enabled $true 啟用，再重試。' },
  },
  'Settings.remove-only-off': {
    message: { en: 'Items are taken out of Outlook only together with switching a calendar or address book of its own folder off.', zh: '只有在停用具有專屬資料夾的行事曆或通訊錄時，才能移除 Outlook 中的項目。' },
    remedy: { en: 'Set-M2KSyncCollection -Id ... -Enabled $false -RemoveItems', zh: 'Set-M2KSyncCollection -Id ... -Enabled $false -RemoveItems' },
  },
  'Settings.merged-company-only': {
    message: { en: '"{subject}" is not an address book that can only be read.', zh: '「{subject}」不是唯讀的通訊錄。' },
    remedy: { en: 'Only company address books can share one folder. See them with Get-M2KSyncCollection.', zh: '僅公用（唯讀）通訊錄可合併於同一資料夾，請以 Get-M2KSyncCollection 查看。' },
  },
  'Settings.default-folder-taken': {
    message: { en: 'Outlook\'s default folder is already joined to "{subject}".', zh: 'Outlook 的預設資料夾已與「{subject}」配對。' },
    remedy: { en: 'Only one can use it. Take it from that one first with Set-M2KSyncCollection -DefaultFolder:$false.', zh: '預設資料夾只能給一個使用。請先以 Set-M2KSyncCollection -DefaultFolder:$false 解除。' },
  },
  'Settings.default-folder-personal-only': {
    message: { en: '"{subject}" is not a personal calendar or address book; it cannot use Outlook\'s default folder.', zh: '「{subject}」不是個人行事曆或通訊錄，不能使用 Outlook 的預設資料夾。' },
    remedy: { en: 'Leave -DefaultFolder out: it gets a folder of its own.', zh: '請不要加 -DefaultFolder；它會有自己的資料夾。' },
  },
  'Settings.launcher-missing': {
    message: { en: 'What the scheduled task is to start is not installed here: {file}', zh: '找不到排程工作要啟動的程式：{file}' },
    remedy: { en: 'Install M2KSync with Install-M2KSync or its MSI, then try again.', zh: '請以 Install-M2KSync 或 MSI 安裝 M2KSync，再重試。' },
  },
  'Settings.option-unknown': {
    message: { en: 'There is no option {key}.', zh: '沒有 {key} 這個選項。' },
    remedy: { en: 'See them with Get-M2KSyncOption. There are: {allowed}', zh: '請以 Get-M2KSyncOption 查看。現有：{allowed}' },
  },
  'Settings.option-value': {
    message: { en: 'That is no value of {key}.', zh: '這不是 {key} 的值。' },
    remedy: { en: 'Set one of: {allowed}', zh: '允許的值：{allowed}' },
  },
  'Settings.option-elsewhere': {
    message: { en: '{key} is not set here.', zh: '{key} 不在此設定。' },
    remedy: { en: 'Set it with {command}.', zh: '請以 {command} 設定。' },
  },
  'Settings.option-policy-only': {
    message: { en: '{key} can be set by Group Policy only.', zh: '{key} 僅能由群組原則設定。' },
    remedy: { en: 'Ask your administrator. For one calendar or address book use Set-M2KSyncCollection.', zh: '請洽管理員；個別行事曆或通訊錄可用 Set-M2KSyncCollection。' },
  },
  'Settings.host': {
    message: { en: '{key} is not the name of a server.', zh: '{key} 不是伺服器名稱。' },
    remedy: { en: 'Give a name such as mail.example.com, with :port where it is not 443.', zh: '請輸入如 mail.example.com 的名稱；若連接埠不是 443，請加上 :連接埠。' },
  },
  'Settings.two-servers': {
    message: { en: 'The CalDAV and the CardDAV address name two different servers.', zh: 'CalDAV 與 CardDAV 網址是兩部不同的伺服器。' },
    remedy: { en: 'Connect each in a profile of its own with Connect-M2KSync -ProfileName.', zh: '請以 Connect-M2KSync -ProfileName 分別建立設定檔。' },
  },
  'Settings.not-granted': {
    message: { en: 'There is no calendar or address book at {item}, or it is not shared with you.', zh: '{item} 沒有行事曆或通訊錄，或尚未共用給您。' },
    remedy: { en: 'Check the address, and ask its owner to share it with you.', zh: '請檢查網址，並請擁有者共用給您。' },
  },
  'Settings.nothing-selected': {
    message: { en: 'No calendar and no address book is switched on.', zh: '尚未啟用任何行事曆或通訊錄。' },
    remedy: { en: 'Choose with Get-M2KSyncCollection | Set-M2KSyncCollection -Enabled $true.', zh: '請以 Get-M2KSyncCollection | Set-M2KSyncCollection -Enabled $true 選擇。' },
  },
};
