// Words for what keeps one item from being synced.
import type { ErrorWords } from './errors.js';

export const ITEM_ERRORS = {
  'Refused.no-rights': {
    message: { en: 'You may not change "{subject}" on the server.', zh: '您沒有在伺服器上更動「{subject}」的權限。' },
    remedy: { en: 'Ask the owner of the calendar or address book for the right, or undo the change in Outlook.', zh: '請向行事曆或通訊錄的擁有者申請權限，或在 Outlook 復原該變更。' },
  },
  'Refused.too-large': {
    message: { en: '"{subject}" is larger than {side} takes.', zh: '「{subject}」超過{side}允許的大小。' },
    remedy: { en: 'Shorten its text or take pictures out, then run Start-M2KSync again.', zh: '請縮短內容或移除圖片，再執行 Start-M2KSync。' },
  },
} as const satisfies Readonly<Record<string, ErrorWords>>;
