// What each failure says to people: what happened, and what to do next. One entry a code, one more where a reason deserves its own words.
// A test reads every `reason` in src/ and fails where one has no words here.
import type { ErrorCode } from '../errors.js';
import { CONNECTION_ERRORS } from './errors-connection.js';
import { DESK_ERRORS } from './errors-desk.js';
import { ITEM_ERRORS } from './errors-item.js';
import { OUTLOOK_ERRORS } from './errors-outlook.js';
import { SETTINGS_ERRORS } from './errors-settings.js';
import type { Text } from './text.js';

/** `remedy` names the command to type wherever there is one. */
export interface ErrorWords {
  readonly message: Text;
  readonly remedy: Text;
}

export type SpokenCode = ErrorCode | 'Bug' | 'Usage';

const GENERAL: { readonly [Code in SpokenCode]: ErrorWords } = {
  Stale: {
    message: { en: '"{subject}" was changed by somebody else while it was being written.', zh: '「{subject}」在寫入時剛好被別人更動。' },
    remedy: { en: 'Nothing is lost. The next run looks at it again.', zh: '資料沒有遺失，下次同步會重新處理。' },
  },
  AlreadyThere: {
    message: { en: '"{subject}" is already there under the same identifier.', zh: '「{subject}」已經以相同的識別碼存在。' },
    remedy: { en: 'The next run joins the two.', zh: '下次同步會將兩者配對。' },
  },
  Refused: {
    message: { en: '{side} does not take "{subject}".', zh: '{side}不接受「{subject}」。' },
    remedy: { en: 'Change the item and run Start-M2KSync again. Until it changes it is not tried again.', zh: '請修改該項目後再執行 Start-M2KSync；在修改之前不會重試。' },
  },
  Unreadable: {
    message: { en: '"{subject}" on {side} cannot be understood ({field}).', zh: '{side}上的「{subject}」無法解讀（{field}）。' },
    remedy: { en: 'Open the item, check that field and save it. Its partner is left as it is until then.', zh: '請開啟該項目，檢查此欄位後儲存。在此之前另一側保持原狀。' },
  },
  Busy: {
    message: { en: '{side} is busy and did not answer in time.', zh: '{side}忙碌中，未能及時回應。' },
    remedy: { en: 'Close open dialogs in Outlook if there are any. The next run tries again.', zh: '若 Outlook 有未關閉的對話方塊請先關閉；下次同步會再試。' },
  },
  Unavailable: {
    message: { en: '{side} cannot be reached at the moment.', zh: '目前無法連上{side}。' },
    remedy: { en: 'Nothing is lost. Try again later with Start-M2KSync, or wait for the next scheduled run.', zh: '資料沒有遺失。請稍後執行 Start-M2KSync，或等待下次排程同步。' },
  },
  Unauthorized: {
    message: { en: '{host} is reachable but refuses this user name or password.', zh: '已連上 {host}，但帳號或密碼不正確。' },
    remedy: {
      en: 'Check the address and enter the password again with Connect-M2KSync. If your site uses single sign-on, make an application password in webmail and use that.',
      zh: '請確認電子郵件地址，並以 Connect-M2KSync 重新輸入密碼。若貴單位採單一登入，請先在網頁郵件建立「應用程式專用密碼」再使用。',
    },
  },
  StateBroken: {
    message: { en: 'The record of what was synced cannot be used ({file}). Nothing was changed on either side.', zh: '同步紀錄檔無法使用（{file}）。兩側資料都沒有更動。' },
    remedy: {
      en: 'Move that file to another folder and run Start-M2KSync -WhatIf. The next run joins the items again by their identifiers and deletes nothing.',
      zh: '請將該檔案移到其他資料夾，再執行 Start-M2KSync -WhatIf。下次同步會依識別碼重新配對，不會刪除任何項目。',
    },
  },
  Held: {
    message: { en: 'The run was held because it would change more than usual.', zh: '此次同步的變更異常地多，已先暫停。' },
    remedy: { en: 'Look at the plan with Start-M2KSync -WhatIf, then let it pass with Start-M2KSync -Accept.', zh: '請先以 Start-M2KSync -WhatIf 檢視計畫，確認後以 Start-M2KSync -Accept 放行。' },
  },
  PolicyBlocked: {
    message: { en: 'A policy of this computer forbids what M2KSync needs ({excerpt}).', zh: '這部電腦的原則禁止 M2KSync 所需的動作（{excerpt}）。' },
    remedy: { en: 'Ask your administrator to allow the M2KSync folder and its publisher in AppLocker or App Control.', zh: '請管理員在 AppLocker 或應用程式控制原則中允許 M2KSync 的資料夾與發行者。' },
  },
  Cancelled: {
    message: { en: 'The run was stopped. What was already done is recorded.', zh: '同步已停止，已完成的部分都已記錄。' },
    remedy: { en: 'Run Start-M2KSync to go on.', zh: '執行 Start-M2KSync 即可繼續。' },
  },
  LockHeld: {
    message: { en: 'Another run of this profile is going on.', zh: '此設定檔的另一次同步正在進行。' },
    remedy: { en: 'Wait until it has ended. Get-M2KSyncStatus shows when.', zh: '請等候其結束；可用 Get-M2KSyncStatus 查看。' },
  },
  Settings: {
    message: { en: 'A setting cannot be used.', zh: '有設定無法使用。' },
    remedy: { en: 'See the settings with Get-M2KSyncStatus and Get-M2KSyncCollection.', zh: '請以 Get-M2KSyncStatus 與 Get-M2KSyncCollection 查看設定。' },
  },
  Usage: {
    message: { en: 'This command cannot be understood: {excerpt}', zh: '無法解讀此指令：{excerpt}' },
    remedy: { en: '{hint}', zh: '{hint}' },
  },
  Bug: {
    message: { en: 'M2KSync met an error of its own: {excerpt}', zh: 'M2KSync 發生內部錯誤：{excerpt}' },
    remedy: { en: 'Nothing half done is taken for done. Run Start-M2KSync again; if it happens again, report this text.', zh: '未完成的動作不會被當成已完成。請再執行 Start-M2KSync；若再次發生，請回報此訊息。' },
  },
};

export const ERROR_WORDS: { readonly [Code in SpokenCode]: ErrorWords } & Readonly<Record<string, ErrorWords>> = {
  ...GENERAL, ...CONNECTION_ERRORS, ...ITEM_ERRORS, ...OUTLOOK_ERRORS, ...DESK_ERRORS, ...SETTINGS_ERRORS,
};
