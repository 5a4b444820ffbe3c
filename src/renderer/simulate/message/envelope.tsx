import { User, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { setTarget } from '../../message/edit.ts';
import { useDraft, useWorld } from '../../stores/services.ts';
import { Row } from '../../ui/pane.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { type OptionGroup, Select } from '../../ui/select.tsx';

const person = <User size={13} className="shrink-0 text-ink-3" aria-hidden />;
const people = <Users size={13} className="shrink-0 text-ink-3" aria-hidden />;

/** Sender, receiver and kind. */
export function Envelope() {
  const { t } = useTranslation();
  const edit = useDraft((draft) => draft.edit);
  const kind = useDraft((draft) => draft.message.kind);
  return (
    <div className="px-3 pt-2 pb-1.5">
      <Row label={t('message.from')}>
        <Sender />
      </Row>
      <Row label={t('message.to')}>
        <Receiver />
      </Row>
      <Row label={t('message.kind')}>
        <Segmented
          label={t('message.kind')}
          testId="kind"
          value={kind}
          onChange={(next) => edit((message) => ({ ...message, kind: next }))}
          choices={[
            { value: 'chat', label: t('message.chat') },
            { value: 'system', label: t('message.system') },
          ]}
        />
      </Row>
    </div>
  );
}

function Sender() {
  const { t } = useTranslation();
  const accounts = useWorld((world) => world.accounts);
  const from = useDraft((draft) => draft.message.from);
  const edit = useDraft((draft) => draft.edit);
  const options = accounts.map(({ userId, nickName }) => ({
    value: userId,
    label: userId,
    hint: nickName ?? undefined,
    icon: person,
  }));
  const known = accounts.some(({ userId }) => userId === from);
  const unknown = known ? [] : [{ value: from, label: from, hint: t('message.unknownTarget'), icon: person }];
  return (
    <Select
      label={t('message.from')}
      testId="from"
      value={from}
      groups={[{ options: [...unknown, ...options] }]}
      onChange={(next) => edit((message) => ({ ...message, from: next }))}
    />
  );
}

function Receiver() {
  const { t } = useTranslation();
  const accounts = useWorld((world) => world.accounts);
  const devices = useWorld((world) => world.devices);
  const groups = useWorld((world) => world.workspace?.groups);
  const to = useDraft((draft) => draft.message.to);
  const edit = useDraft((draft) => draft.edit);
  const value = 'c2c' in to ? `c2c:${to.c2c}` : `group:${to.group}`;
  const lists: OptionGroup<string>[] = [
    {
      label: t('message.accounts'),
      options: accounts.map(({ userId, devices: ids }) => ({
        value: `c2c:${userId}`,
        label: userId,
        hint: devices.find(({ id }) => ids.includes(id))?.name,
        icon: person,
      })),
    },
    {
      label: t('message.groups'),
      options: (groups ?? []).map(({ groupId, members }) => ({
        value: `group:${groupId}`,
        label: groupId,
        hint: t('message.members', { count: members.length }),
        icon: people,
      })),
    },
  ];
  const known = lists.some(({ options }) => options.some((option) => option.value === value));
  const label = 'c2c' in to ? to.c2c : to.group;
  const unknown = {
    options: [{ value, label, hint: t('message.unknownTarget'), icon: 'c2c' in to ? person : people }],
  };
  return (
    <Select
      label={t('message.to')}
      testId="to"
      value={value}
      groups={[...(known ? [] : [unknown]), ...lists.filter(({ options }) => options.length > 0)]}
      onChange={(next) =>
        edit((message) =>
          setTarget(message, next.startsWith('c2c:') ? { c2c: next.slice(4) } : { group: next.slice(6) }),
        )
      }
    />
  );
}
