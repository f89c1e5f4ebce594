// Words for failures between this computer and the server.
import type { ErrorWords } from './errors.js';

export const CONNECTION_ERRORS = {
  'Unauthorized.secret-unreadable': {
    message: { en: 'The stored password cannot be read any more. Windows keeps it for this user on this computer only.', zh: '無法再讀取已儲存的密碼；Windows 只讓同一使用者在同一部電腦上讀取。' },
    remedy: { en: 'Enter the password again with Connect-M2KSync.', zh: '請以 Connect-M2KSync 重新輸入密碼。' },
  },
  'Unauthorized.secret-missing': {
    message: { en: 'There is no stored password for this profile.', zh: '此設定檔尚未儲存密碼。' },
    remedy: { en: 'Enter the password with Connect-M2KSync.', zh: '請以 Connect-M2KSync 輸入密碼。' },
  },
  'Unavailable.host-not-found': {
    message: { en: 'There is no server named {host}.', zh: '找不到名為 {host} 的伺服器。' },
    remedy: { en: 'Check the spelling of the mail host and the network or VPN, then run Connect-M2KSync again.', zh: '請檢查郵件主機名稱、網路或 VPN，再執行 Connect-M2KSync。' },
  },
  'Unavailable.connection-refused': {
    message: { en: '{host} does not accept connections.', zh: '{host} 不接受連線。' },
    remedy: { en: 'Check the mail host. If it is right, the server or a firewall is closed: try later or ask your administrator.', zh: '請檢查郵件主機；若正確，可能是伺服器停止服務或被防火牆阻擋，請稍後再試或洽管理員。' },
  },
  'Unavailable.timed-out': {
    message: { en: '{host} did not answer in time.', zh: '{host} 逾時未回應。' },
    remedy: { en: 'Check the network or VPN. The next run tries again.', zh: '請檢查網路或 VPN；下次同步會再試。' },
  },
  'Unavailable.connection-lost': {
    message: { en: 'The connection to {host} broke off.', zh: '與 {host} 的連線中斷。' },
    remedy: { en: 'Nothing is lost. The next run tries again.', zh: '資料沒有遺失，下次同步會再試。' },
  },
  'Unavailable.certificate': {
    message: { en: 'The certificate of {host} is not trusted by this computer ({excerpt}).', zh: '這部電腦不信任 {host} 的憑證（{excerpt}）。' },
    remedy: { en: 'The password was not sent. Ask your administrator to install the certificate authority in Windows.', zh: '密碼並未送出。請管理員在 Windows 安裝該憑證授權單位的憑證。' },
  },
  'Unavailable.not-dav': {
    message: { en: '{host} answers, but not as a Mail2000 calendar and address book server.', zh: '{host} 有回應，但不是 Mail2000 的行事曆與通訊錄服務。' },
    remedy: { en: 'Check the mail host. If it is right, CalDAV may be switched off: ask your administrator. For other servers use -Preset generic.', zh: '請檢查郵件主機；若正確，可能是 CalDAV 未啟用，請洽管理員。其他伺服器請使用 -Preset generic。' },
  },
  'Unavailable.server-error': {
    message: { en: '{host} reports an error of its own ({status}).', zh: '{host} 回報伺服器內部錯誤（{status}）。' },
    remedy: { en: 'Nothing is lost. Try again later; if it lasts, tell your administrator.', zh: '資料沒有遺失。請稍後再試；若持續發生請通知管理員。' },
  },
  'Unavailable.redirected-elsewhere': {
    message: { en: '{host} sends us to another server ({excerpt}). The password is not given to it.', zh: '{host} 將連線轉往另一部伺服器（{excerpt}），未將密碼交給對方。' },
    remedy: { en: 'If that server is right, name it with Connect-M2KSync -MailHost.', zh: '若該伺服器正確，請以 Connect-M2KSync -MailHost 指定。' },
  },
  'Unavailable.collection-gone': {
    message: { en: 'The collection "{subject}" is not on the server any more.', zh: '伺服器上已沒有「{subject}」。' },
    remedy: { en: 'Nothing was deleted in Outlook. Choose again with Get-M2KSyncCollection -Refresh and Set-M2KSyncCollection.', zh: 'Outlook 中沒有刪除任何項目。請以 Get-M2KSyncCollection -Refresh 與 Set-M2KSyncCollection 重新選擇。' },
  },
  'Unavailable.stalled': {
    message: { en: 'The run made no progress for {minutes} minutes and ended itself.', zh: '同步已 {minutes} 分鐘沒有進展，自動結束。' },
    remedy: { en: 'Nothing is lost. Close open dialogs in Outlook; the next run goes on.', zh: '資料沒有遺失。請關閉 Outlook 開啟中的對話方塊，下次同步會繼續。' },
  },
} as const satisfies Readonly<Record<string, ErrorWords>>;
