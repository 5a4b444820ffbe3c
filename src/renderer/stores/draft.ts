import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MessageInput } from '../../core/im/types.ts';
import { isMessage } from '../message/check.ts';
import { messageToText, type TextProblem, textToMessage } from '../message/json.ts';
import { PRESETS, type PresetId } from '../message/presets.ts';
import { type KeyValue, recall, remember } from './storage.ts';

export type DraftTab = 'general' | 'android' | 'ios';

/** The message being written. `message` is always whole; `text` may be ahead of it while the JSON has problems. */
export interface Draft {
  readonly message: MessageInput;
  readonly text: string;
  readonly problems: readonly TextProblem[];
  readonly view: 'form' | 'json';
  readonly tab: DraftTab;
  /** From the form: the text is written anew. */
  edit(change: (message: MessageInput) => MessageInput): void;
  /** From the editor: the message follows as soon as the text is one. */
  editText(text: string): void;
  use(preset: PresetId): void;
  replace(message: MessageInput): void;
  setView(view: 'form' | 'json'): void;
  setTab(tab: DraftTab): void;
}
export type DraftStore = StoreApi<Draft>;

export function createDraftStore(storage: KeyValue): DraftStore {
  const stored = recall(storage, 'draft');
  const first = isMessage(stored) ? stored : PRESETS.specification;
  const store = createStore<Draft>()((set) => {
    const put = (message: MessageInput) => set({ message, text: messageToText(message), problems: [] });
    return {
      message: first,
      text: messageToText(first),
      problems: [],
      view: 'form',
      tab: 'general',
      edit: (change) =>
        set((draft) => {
          const message = change(draft.message);
          return message === draft.message ? draft : { message, text: messageToText(message), problems: [] };
        }),
      editText: (text) => {
        const parsed = textToMessage(text);
        set(parsed.ok ? { text, message: parsed.message, problems: [] } : { text, problems: parsed.problems });
      },
      use: (preset) => put(PRESETS[preset]),
      replace: put,
      setView: (view) => set({ view }),
      setTab: (tab) => set({ tab }),
    };
  });
  store.subscribe((draft, before) => {
    if (draft.message !== before.message) remember(storage, 'draft', draft.message);
  });
  return store;
}
