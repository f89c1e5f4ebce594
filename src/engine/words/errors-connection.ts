// Words for failures between this computer and the server.
import type { ErrorWords } from './errors.js';

export const CONNECTION_ERRORS: Readonly<Record<string, ErrorWords>> = {
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
  'Unavailable.tls': {
    message: { en: 'A secure connection to {host} is not possible ({code}).', zh: '無法與 {host} 建立安全連線（{code}）。' },
    remedy: { en: 'The password was not sent. Check the host and its port; something between here and there may break TLS: ask your administrator.', zh: '密碼並未送出。請檢查主機與連接埠；途中可能有設備中斷 TLS，請洽管理員。' },
  },
  'Unavailable.certificate': {
    message: { en: 'This computer does not trust the certificate of {host} ({code}).', zh: '這部電腦不信任 {host} 的憑證（{code}）。' },
    remedy: {
      en: 'The password was not sent. Ask your administrator to install the certificate authority in Windows. If the server signs its own certificate, compare this SHA-256 with the administrator\'s and give it with Connect-M2KSync -CertificateSha256: {fingerprint}',
      zh: '密碼並未送出。請管理員在 Windows 安裝該憑證授權單位的憑證。若伺服器使用自簽憑證，請與管理員核對此 SHA-256 後，以 Connect-M2KSync -CertificateSha256 指定：{fingerprint}',
    },
  },
  'Unavailable.certificate-changed': {
    message: { en: '{host} shows another certificate than the one that was given for it.', zh: '{host} 出示的憑證與先前指定的不同。' },
    remedy: {
      en: 'The password was not sent. If the administrator has renewed it, compare this SHA-256 and give it with Connect-M2KSync -CertificateSha256: {fingerprint}',
      zh: '密碼並未送出。若管理員更換過憑證，請核對此 SHA-256 後以 Connect-M2KSync -CertificateSha256 重新指定：{fingerprint}',
    },
  },
  'Unavailable.not-a-dav-server': {
    message: { en: '{host} answers, but not as a Mail2000 calendar and address book server.', zh: '{host} 有回應，但不是 Mail2000 的行事曆與通訊錄服務。' },
    remedy: { en: 'Check the mail host. For other servers use Connect-M2KSync -Preset generic.', zh: '請檢查郵件主機。其他伺服器請使用 Connect-M2KSync -Preset generic。' },
  },
  'Unavailable.dav-switched-off': {
    message: { en: '{host} is a Mail2000, but its calendar and address book service (CalDAV, CardDAV) is switched off.', zh: '{host} 是 Mail2000，但未啟用行事曆與通訊錄服務（CalDAV、CardDAV）。' },
    remedy: { en: 'Ask the administrator of the mail server to switch CalDAV and CardDAV on for you, then run Connect-M2KSync again.', zh: '請郵件伺服器管理員為您啟用 CalDAV 與 CardDAV，再執行 Connect-M2KSync。' },
  },
  'Unavailable.server-error': {
    message: { en: '{host} reports an error of its own ({status}).', zh: '{host} 回報伺服器內部錯誤（{status}）。' },
    remedy: { en: 'Nothing is lost. Try again later; if it lasts, tell your administrator.', zh: '資料沒有遺失。請稍後再試；若持續發生請通知管理員。' },
  },
  'Unavailable.redirect-elsewhere': {
    message: { en: '{host} sends us to another server. The password is not given to it.', zh: '{host} 將連線轉往另一部伺服器，未將密碼交給對方。' },
    remedy: { en: 'If that server is right, name it with Connect-M2KSync -MailHost.', zh: '若該伺服器正確，請以 Connect-M2KSync -MailHost 指定。' },
  },
  'Unavailable.too-many-redirects': {
    message: { en: '{host} sends us in circles.', zh: '{host} 的轉址不斷循環。' },
    remedy: { en: 'Check the mail host, or tell your administrator.', zh: '請檢查郵件主機或通知管理員。' },
  },
  'Unavailable.too-large': {
    message: { en: '{host} gave an answer that is too large to be a calendar or an address book.', zh: '{host} 的回應過大，不像行事曆或通訊錄。' },
    remedy: { en: 'Try again later; if it lasts, tell your administrator.', zh: '請稍後再試；若持續發生請通知管理員。' },
  },
  'Unavailable.proxy': {
    message: { en: 'The proxy {proxy} does not let us through to {host}.', zh: 'Proxy {proxy} 不允許連到 {host}。' },
    remedy: { en: 'Ask your administrator to let this computer reach the mail host, or go round the proxy with Connect-M2KSync -Proxy direct.', zh: '請管理員允許這部電腦連到郵件主機，或以 Connect-M2KSync -Proxy direct 不經 Proxy 連線。' },
  },
  'Unavailable.proxy-login': {
    message: { en: 'The proxy {proxy} wants a login of its own before it lets us through to {host}.', zh: 'Proxy {proxy} 要求登入後才能連到 {host}。' },
    remedy: { en: 'Ask your administrator for an exception for the mail host, or go round the proxy with Connect-M2KSync -Proxy direct.', zh: '請管理員為郵件主機設定例外，或以 Connect-M2KSync -Proxy direct 不經 Proxy 連線。' },
  },
  'Unavailable.http-not-allowed': {
    message: { en: '{host} would be reached without encryption, and the password would cross the network unprotected. It was not sent.', zh: '與 {host} 的連線未加密，密碼會以明文傳送，因此並未送出。' },
    remedy: { en: 'Use https. If you must, allow it with Connect-M2KSync -AllowHttp.', zh: '請使用 https；若確有必要，請加上 Connect-M2KSync -AllowHttp。' },
  },
  'Unauthorized.rejected-before': {
    message: { en: '{host} has refused the stored password; background syncing does not send it again today.', zh: '{host} 已拒絕儲存的密碼，背景同步今日不會再次送出。' },
    remedy: { en: 'Enter it again with Set-M2KSyncCredential. Start-M2KSync tries the stored one at once.', zh: '請以 Set-M2KSyncCredential 重新輸入；Start-M2KSync 會立即再試一次。' },
  },
  'Unauthorized.rejected': {
    message: { en: '{host} is reachable but refuses this user name or password.', zh: '已連上 {host}，但帳號或密碼不正確。' },
    remedy: {
      en: 'Check the address and enter the password again with Connect-M2KSync. If your site uses single sign-on, make an application password in webmail and use that.',
      zh: '請確認電子郵件地址，並以 Connect-M2KSync 重新輸入密碼。若貴單位採單一登入，請先在網頁郵件建立「應用程式專用密碼」再使用。',
    },
  },
  'Unauthorized.app-password': {
    message: { en: '{host} is reachable but refuses this password. The site uses single sign-on, where the usual password does not open calendars.', zh: '已連上 {host}，但密碼不被接受。貴單位採單一登入，平常的密碼無法用於行事曆。' },
    remedy: {
      en: 'Make an application password in webmail (應用程式專用密碼) and enter it with Connect-M2KSync.',
      zh: '請在網頁郵件建立「應用程式專用密碼」，再以 Connect-M2KSync 輸入該密碼。',
    },
  },
  'Unauthorized.unauthenticated': {
    message: { en: '{host} does not recognise this user name and password.', zh: '{host} 無法辨識此帳號與密碼。' },
    remedy: { en: 'Check the address and enter the password again with Connect-M2KSync.', zh: '請確認電子郵件地址，並以 Connect-M2KSync 重新輸入密碼。' },
  },
  'Unauthorized.no-password': {
    message: { en: 'The stored password is empty. It was not sent.', zh: '儲存的密碼是空白的，並未送出。' },
    remedy: { en: 'Enter the password with Connect-M2KSync.', zh: '請以 Connect-M2KSync 輸入密碼。' },
  },
  'Busy.server-busy': {
    message: { en: '{host} is too busy to answer.', zh: '{host} 忙碌中，無法回應。' },
    remedy: { en: 'Nothing is lost. The next run tries again.', zh: '資料沒有遺失，下次同步會再試。' },
  },
  'Busy.too-many-requests': {
    message: { en: '{host} asks us to slow down.', zh: '{host} 要求降低連線頻率。' },
    remedy: { en: 'Nothing is lost. The next run tries again; a longer interval helps.', zh: '資料沒有遺失，下次同步會再試；延長同步間隔會有幫助。' },
  },
  'Unavailable.collection-gone': {
    message: { en: 'The collection "{subject}" is not on the server any more.', zh: '伺服器上已沒有「{subject}」。' },
    remedy: { en: 'Nothing was deleted in Outlook. Choose again with Get-M2KSyncCollection -Refresh and Set-M2KSyncCollection.', zh: 'Outlook 中沒有刪除任何項目。請以 Get-M2KSyncCollection -Refresh 與 Set-M2KSyncCollection 重新選擇。' },
  },
  'Unavailable.stalled': {
    message: { en: 'The run made no progress for {minutes} minutes and ended itself.', zh: '同步已 {minutes} 分鐘沒有進展，自動結束。' },
    remedy: { en: 'Nothing is lost. Close open dialogs in Outlook; the next run goes on.', zh: '資料沒有遺失。請關閉 Outlook 開啟中的對話方塊，下次同步會繼續。' },
  },
};
