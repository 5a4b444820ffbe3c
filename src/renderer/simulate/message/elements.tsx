import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Element } from '../../../core/im/types.ts';
import { keyed } from '../../lib/keyed.ts';
import { addElement, moveElement, newElement, removeElement, replaceElement } from '../../message/edit.ts';
import { ELEMENT_TYPES } from '../../message/schema.ts';
import { useDraft } from '../../stores/services.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Section } from '../../ui/pane.tsx';
import { Select } from '../../ui/select.tsx';
import { ElementFields } from './element-fields.tsx';
import { ElementIcon } from './element-icons.tsx';

/** What the message is made of, in order. */
export function Elements() {
  const { t } = useTranslation();
  const elements = useDraft((draft) => draft.message.elements);
  const edit = useDraft((draft) => draft.edit);
  const add = (
    <Menu
      trigger={
        <Button small look="quiet" aria-label={t('message.addElementLabel')} data-testid="add-element">
          <Plus size={13} aria-hidden /> {t('message.addElement')}
        </Button>
      }
      sections={[
        ELEMENT_TYPES.map((type) => ({
          id: `element-${type}`,
          label: t(`element.${type}`),
          icon: <ElementIcon type={type} />,
          onSelect: () => edit((message) => addElement(message, type)),
        })),
      ]}
    />
  );
  return (
    <Section title={t('message.elements')} tools={add} testId="elements">
      {elements.length === 0 && <p className="text-sm text-ink-3">{t('message.noElements')}</p>}
      <ol className="flex flex-col gap-1.5">
        {keyed(elements, ({ type }) => type).map(({ key, item }, at) => (
          <ElementCard key={key} element={item} at={at} count={elements.length} />
        ))}
      </ol>
    </Section>
  );
}

function ElementCard({
  element,
  at,
  count,
}: {
  readonly element: Element;
  readonly at: number;
  readonly count: number;
}) {
  const { t } = useTranslation();
  const edit = useDraft((draft) => draft.edit);
  return (
    <li className="rounded-md border border-line bg-raised" data-testid={`element-${at}`}>
      <div className="flex h-7 items-center pr-0.5">
        <Select
          label={t('message.elementType', { number: at + 1 })}
          testId={`element-${at}-type`}
          look="quiet"
          value={element.type}
          groups={[
            {
              options: ELEMENT_TYPES.map((type) => ({
                value: type,
                label: t(`element.${type}`),
                icon: <ElementIcon type={type} />,
              })),
            },
          ]}
          onChange={(type) => edit((message) => replaceElement(message, at, newElement(type)))}
        />
        <CardTools at={at} count={count} />
      </div>
      <ElementFields element={element} at={at} />
    </li>
  );
}

function CardTools({ at, count }: { readonly at: number; readonly count: number }) {
  const { t } = useTranslation();
  const edit = useDraft((draft) => draft.edit);
  return (
    <div className="ml-auto flex">
      {count > 1 && (
        <>
          <IconButton
            icon={ArrowUp}
            size={13}
            label={t('message.up')}
            disabled={at === 0}
            onClick={() => edit((message) => moveElement(message, at, -1))}
          />
          <IconButton
            icon={ArrowDown}
            size={13}
            label={t('message.down')}
            disabled={at === count - 1}
            onClick={() => edit((message) => moveElement(message, at, 1))}
          />
        </>
      )}
      <IconButton
        icon={X}
        size={13}
        label={t('message.remove')}
        data-testid={`element-${at}-remove`}
        onClick={() => edit((message) => removeElement(message, at))}
      />
    </div>
  );
}
