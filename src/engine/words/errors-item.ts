// Words for what keeps one item from being synced. Most differ only in why, so a row is the reason's clause.
import type { ErrorWords } from './errors.js';
import type { Text } from './text.js';

const unreadable = (why: Text): ErrorWords => ({
  message: { en: `"{subject}" on {side} is left alone: ${why.en}.`, zh: `{side}上的「{subject}」維持原狀：${why.zh}。` },
  remedy: { en: 'Nothing is lost on either side. Open it there, simplify or correct it, and save it; the next run tries again.', zh: '兩側資料都沒有遺失。請在該處開啟、簡化或修正後儲存，下次同步會再試。' },
});

const refused = (why: Text): ErrorWords => ({
  message: { en: `"{subject}" cannot be written to {side}: ${why.en}.`, zh: `「{subject}」無法寫入{side}：${why.zh}。` },
  remedy: { en: 'Change the item; until then it is not tried again. See it with Get-M2KSyncStatus.', zh: '請修改該項目，在此之前不會重試。可用 Get-M2KSyncStatus 查看。' },
});

export const ITEM_ERRORS: Readonly<Record<string, ErrorWords>> = {
  'Unreadable.override-of-no-occurrence': unreadable({ en: 'it has a changed occurrence on a day on which the series does not take place', zh: '其中有一個個別更動的場次不在週期內' }),
  'Unreadable.occurrence-twice': unreadable({ en: 'one of its occurrences is there twice, changed in different ways or both changed and deleted', zh: '其中有一個場次重複出現，內容不一致，或同時被更動與刪除' }),
  'Unreadable.several-events': unreadable({ en: 'several events are stored as one', zh: '一個檔案中含有多個約會' }),
  'Unreadable.exception-unreadable': unreadable({ en: 'Outlook does not show one of its changed occurrences; close open items, or restart Outlook', zh: 'Outlook 無法顯示其中一個已更動的場次；請關閉開啟中的項目或重新啟動 Outlook' }),
  'Unreadable.rule-not-held': unreadable({ en: 'its recurrence is one the other side cannot hold', zh: '其週期規則另一側無法表示' }),
  'Unreadable.zone-unknown': unreadable({ en: 'its time zone is not known', zh: '其時區無法辨識' }),
  'Unreadable.no-start': unreadable({ en: 'it has no start', zh: '沒有開始時間' }),
  'Unreadable.end-before-start': unreadable({ en: 'it ends before it starts', zh: '結束時間早於開始時間' }),
  'Unreadable.end-not-like-start': unreadable({ en: 'its end is a date and its start a time, or the reverse', zh: '開始與結束一個是日期、一個是時間' }),
  'Unreadable.time-unreadable': unreadable({ en: 'a time in it cannot be understood', zh: '其中有無法解讀的時間' }),
  'Unreadable.no-uid': unreadable({ en: 'it has no identifier', zh: '沒有識別碼' }),
  'Unreadable.message-class': unreadable({ en: 'it is of another kind than its folder', zh: '其種類與資料夾不符' }),
  'Unreadable.not-an-event': unreadable({ en: 'it is not an appointment', zh: '不是約會' }),
  'Unreadable.not-a-contact': unreadable({ en: 'it is neither a contact nor a distribution list', zh: '不是連絡人，也不是通訊群組清單' }),
  'Unreadable.not-a-card': unreadable({ en: 'it is not an address card', zh: '不是名片格式' }),
  'Unreadable.card-version': unreadable({ en: 'its card format is of a version that is not known', zh: '名片格式版本無法辨識' }),
  'Unreadable.several-cards': unreadable({ en: 'it holds several cards in one', zh: '一個檔案中含有多張名片' }),
  'Unreadable.truncated-event': unreadable({ en: 'it is cut off in the middle', zh: '內容不完整' }),
  'Unreadable.truncated-card': unreadable({ en: 'it is cut off in the middle', zh: '內容不完整' }),
  'Unreadable.not-text': unreadable({ en: 'a field of it holds something that is no text', zh: '有欄位的內容不是文字' }),
  'Unreadable.not-a-date': unreadable({ en: 'a field of it holds something that is no date', zh: '有欄位的內容不是日期' }),
  'Unreadable.not-a-number': unreadable({ en: 'a field of it holds something that is no number', zh: '有欄位的內容不是數字' }),
  'Unreadable.no-members': unreadable({ en: 'Outlook did not give the members of the list', zh: 'Outlook 未提供清單成員' }),
  'Unreadable.value-unknown': unreadable({ en: 'a field of it has a value that is not known', zh: '有欄位的值無法辨識' }),
  'Unreadable.exchange-address': unreadable({ en: 'Outlook gives no Internet form of its Exchange address', zh: 'Outlook 無法提供其 Exchange 位址的網際網路格式' }),
  'Unreadable.address-unknown': unreadable({ en: 'the address book that knows an attendee of it did not answer', zh: '無法從通訊清單取得與會者的電子郵件地址' }),
  'Unreadable.parse': unreadable({ en: 'its text is damaged', zh: '內容已損壞' }),
  'Unreadable.member-unknown': unreadable({ en: 'Outlook does not know a field that it should', zh: 'Outlook 無法提供應有的欄位' }),
  'Unreadable.gone': unreadable({ en: 'it went away while it was being read', zh: '讀取時已不存在' }),
  'Refused.rule-not-held': refused({ en: 'its recurrence is one that Outlook cannot hold', zh: '其週期規則 Outlook 無法表示' }),
  'Refused.too-many-occurrences': refused({ en: 'Outlook has no pattern for its recurrence, and it takes place too often to be shown as single appointments', zh: 'Outlook 無法表示其週期規則，且場次過多，無法以個別約會顯示' }),
  'Refused.no-occurrence': refused({ en: 'it never takes place', zh: '沒有任何場次' }),
  'Refused.exceptions-not-held': refused({ en: 'one of its occurrences was moved to the day of another or past it, which Outlook does not allow', zh: '其中有一個場次移到另一場次的同一天或之後，Outlook 不允許' }),
  'Refused.occurrence-deleted': refused({ en: 'an occurrence that was deleted in Outlook cannot be brought back there', zh: 'Outlook 中已刪除的場次無法復原' }),
  'Refused.zone-not-held': refused({ en: 'Windows does not know its time zone', zh: 'Windows 無法辨識其時區' }),
  'Refused.date-not-held': refused({ en: 'Outlook cannot hold dates before 1601 or after 4500', zh: 'Outlook 無法儲存西元 1601 年以前或 4500 年以後的日期' }),
  'Refused.server-would-send': refused({ en: 'the server would send mail to its attendees', zh: '伺服器會因此寄信給與會者' }),
  'Refused.kind-changed': refused({ en: 'a contact became a list of contacts, or a list a contact, which Outlook cannot follow; delete one of the two and make it anew', zh: '連絡人變成了群組，或群組變成了連絡人，Outlook 無法轉換；請刪除其中一方後重新建立' }),
  'Refused.member-unresolved': refused({ en: 'Outlook does not take one of the addresses in the list', zh: 'Outlook 不接受清單中的某個位址' }),
  'Refused.invalid-card': refused({ en: 'the card would not be valid', zh: '名片內容不符合格式' }),
  'Refused.vlist': refused({ en: 'it is a list in a form of SOGo\'s own, which can only be changed there', zh: '此為 SOGo 專用格式的通訊群組，僅能在該處修改' }),
  'Refused.nested-card': refused({ en: 'it has a card inside a card, which must not be changed', zh: '名片中內嵌另一張名片，不可更動' }),
  'Refused.http-403': refused({ en: 'the server forbids it', zh: '伺服器禁止寫入' }),
  'Refused.insufficient-storage': refused({ en: 'there is no space left on the server', zh: '伺服器空間不足' }),
  'Refused.no-folder-name': {
    message: { en: 'Outlook already has folders with all the names that "{subject}" could get.', zh: 'Outlook 中「{subject}」可用的資料夾名稱都已被使用。' },
    remedy: { en: 'Rename or remove one of them in Outlook, then run Start-M2KSync again.', zh: '請在 Outlook 將其中一個重新命名或移除，再執行 Start-M2KSync。' },
  },
  'Refused.no-right': {
    message: { en: 'You may not change "{subject}" on the server.', zh: '您沒有在伺服器上更動「{subject}」的權限。' },
    remedy: { en: 'Ask the owner of the calendar or address book for the right, or undo the change in Outlook.', zh: '請向行事曆或通訊錄的擁有者申請權限，或在 Outlook 復原該變更。' },
  },
  'Busy.open-unsaved': {
    message: { en: '"{subject}" is open in Outlook and not saved.', zh: '「{subject}」在 Outlook 中開啟且尚未儲存。' },
    remedy: { en: 'Save and close it. It is synced in the next run.', zh: '請儲存並關閉，下次同步會處理。' },
  },
  'Busy.outcome-unknown': {
    message: { en: 'It is not known whether "{subject}" was stored: {side} gave no clear answer.', zh: '無法確定「{subject}」是否已寫入：{side}沒有明確回應。' },
    remedy: { en: 'Nothing to do: the next run looks before it writes again.', zh: '不需處理，下次同步會先確認再寫入。' },
  },
  'Stale.version': {
    message: { en: '"{subject}" was changed by somebody else while it was being written.', zh: '「{subject}」在寫入時剛好被別人更動。' },
    remedy: { en: 'Nothing is lost. The next run looks at it again.', zh: '資料沒有遺失，下次同步會重新處理。' },
  },
  'Stale.gone': {
    message: { en: '"{subject}" was deleted or moved while it was being synced.', zh: '「{subject}」在同步時被刪除或移動。' },
    remedy: { en: 'Nothing to do: the next run looks at it again.', zh: '不需處理，下次同步會重新處理。' },
  },
  'Stale.not-found': {
    message: { en: '"{subject}" is not where Outlook had it any more.', zh: '「{subject}」已不在 Outlook 原來的位置。' },
    remedy: { en: 'Nothing to do: the next run looks for it.', zh: '不需處理，下次同步會重新尋找。' },
  },
  'AlreadyThere.href-taken': {
    message: { en: 'The server already has something in the place of "{subject}".', zh: '伺服器上「{subject}」的位置已有其他資料。' },
    remedy: { en: 'Nothing to do: the next run looks at both.', zh: '不需處理，下次同步會一併檢查。' },
  },
};
