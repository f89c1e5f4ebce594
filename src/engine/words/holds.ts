// What each guard says when it holds an item or a whole link: why, and the command that lets it pass.
import type { HoldReason } from '../sync/action.js';
import type { ErrorWords } from './errors.js';

export const HOLD_WORDS: { readonly [Why in HoldReason]: ErrorWords } = {
  'first-run': {
    message: { en: 'First run: both sides already have items, so nothing was written yet. {paired} would be joined, {toOutlook} added in Outlook, {toServer} added on the server, {doubtful} are doubtful.', zh: '首次同步：兩側都已有項目，因此尚未寫入任何資料。將配對 {paired} 筆、新增到 Outlook {toOutlook} 筆、新增到伺服器 {toServer} 筆，另有 {doubtful} 筆無法確定。' },
    remedy: { en: 'Look at what would be joined and copied with Start-M2KSync -WhatIf, then let it pass with Start-M2KSync -Accept {id}', zh: '請以 Start-M2KSync -WhatIf 檢視將配對與複製的項目，確認後以 Start-M2KSync -Accept {id} 放行。' },
  },
  deletions: {
    message: { en: '{count} deletions are more than the {limit} that pass unasked. They were held; everything else went on.', zh: '有 {count} 筆刪除，超過可自動執行的 {limit} 筆，已全部暫緩；其他變更照常進行。' },
    remedy: { en: 'See them with Start-M2KSync -WhatIf. If they are meant, run Start-M2KSync -Accept {id}', zh: '請以 Start-M2KSync -WhatIf 檢視；若確實要刪除，請執行 Start-M2KSync -Accept {id}' },
  },
  'side-empty': {
    message: { en: '{side} came back empty although it had items before. None of the {count} deletions was carried out.', zh: '{side}原本有項目，這次卻是空的，因此 {count} 筆刪除都沒有執行。' },
    remedy: { en: 'If you emptied it yourself, run Start-M2KSync -Accept {id} If not, check the account and the Outlook profile first.', zh: '若是您自己清空的，請執行 Start-M2KSync -Accept {id}；否則請先檢查帳號與 Outlook 設定檔。' },
  },
  'clock-off': {
    message: { en: 'The clock of this computer and that of the server are {hours} hours apart, so {count} changes were held.', zh: '這部電腦與伺服器的時鐘相差 {hours} 小時，因此暫緩 {count} 筆變更。' },
    remedy: { en: 'Set the date and time of Windows (Settings, Time & language) and run Start-M2KSync again. If it is the server\'s clock that is wrong: Start-M2KSync -Accept {id}', zh: '請校正 Windows 的日期和時間（設定、時間與語言）後再執行 Start-M2KSync。若是伺服器的時鐘有誤：Start-M2KSync -Accept {id}' },
  },
  'other-desk': {
    message: { en: 'Another computer ({excerpt}) syncs this folder of the mailbox. Two at once would get in each other\'s way, so nothing was written here.', zh: '另一部電腦（{excerpt}）正在同步此信箱的資料夾。為避免互相干擾，這部電腦沒有寫入任何資料。' },
    remedy: { en: 'Go on there. If it is not in use any more, this computer takes over a day after its last run, or at once with Start-M2KSync -Accept {id}', zh: '請繼續使用該電腦。若該電腦已停用，這部電腦會在其最後一次同步一天後接手；或執行 Start-M2KSync -Accept {id} 立即接手。' },
  },
  unreadable: {
    message: { en: 'Cannot be understood; both sides keep what they have.', zh: '無法解讀，兩側維持原狀。' },
    remedy: { en: 'Open the item, correct it and save it.', zh: '請開啟該項目，修正後儲存。' },
  },
  'absent-unproven': {
    message: { en: 'Not found in {side}, but not proven deleted either. Nothing was deleted.', zh: '在{side}找不到，但無法證實已刪除，因此沒有刪除。' },
    remedy: { en: 'Nothing to do: a later run decides.', zh: '不需處理，之後的同步會判定。' },
  },
  'listing-incomplete': {
    message: { en: '{side} gave an incomplete list, so no deletion was carried out.', zh: '{side}的清單不完整，因此沒有刪除任何項目。' },
    remedy: { en: 'Nothing to do: the next run tries again.', zh: '不需處理，下次同步會再試。' },
  },
  'same-uid-twice': {
    message: { en: 'Two different items bear the same identifier.', zh: '有兩個不同的項目使用相同的識別碼。' },
    remedy: { en: 'Delete the one that is not wanted, or change it to be the same as the other.', zh: '請刪除不需要的那一筆，或將兩筆改為相同內容。' },
  },
  'doubtful-pair': {
    message: { en: 'Several items look alike; neither joined nor copied.', zh: '有數個項目看起來相同，既未配對也未複製。' },
    remedy: { en: 'Delete the doubles, or change one of them so that they differ.', zh: '請刪除重複的項目，或修改其中一筆以資區別。' },
  },
  'rights-unknown': {
    message: { en: 'It is not known whether you may change this on the server.', zh: '無法得知您是否有權在伺服器上更動此項目。' },
    remedy: { en: 'Ask the owner for the right to change it, or undo the change in Outlook.', zh: '請向擁有者申請更動權限，或在 Outlook 復原該變更。' },
  },
  'refused-before': {
    message: { en: '{side} refused this before; it is not tried again until it changes.', zh: '{side}先前已拒絕此項目，在修改之前不會重試。' },
    remedy: { en: 'Change the item and run Start-M2KSync again.', zh: '請修改該項目後再執行 Start-M2KSync。' },
  },
  'was-synced-now-gone': {
    message: { en: 'It was synced once and is now gone from the server.', zh: '曾經同步過，現在伺服器上已沒有。' },
    remedy: { en: 'Keep it: change it in Outlook. Not wanted: delete it in Outlook.', zh: '若要保留請在 Outlook 修改它；若不需要請在 Outlook 刪除它。' },
  },
  'files-unkept': {
    message: { en: 'It was deleted on the other side. Deleting it in {side} would lose files that cannot be kept: {detail}. It stays.', zh: '另一側已刪除此項目。若在{side}刪除，將失去無法保留的檔案：{detail}，因此未刪除。' },
    remedy: { en: 'Save these files elsewhere, then run Start-M2KSync -Accept {id}', zh: '請先將這些檔案另存他處，再執行 Start-M2KSync -Accept {id}' },
  },
  'invalid-token': {
    message: { en: 'The server began its change list anew, so no deletion was carried out in this run.', zh: '伺服器重新開始變更清單，因此本次沒有刪除任何項目。' },
    remedy: { en: 'Nothing to do: the next run compares everything.', zh: '不需處理，下次同步會完整比對。' },
  },
};
