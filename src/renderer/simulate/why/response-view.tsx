import { useTranslation } from 'react-i18next';
import type { HttpResponseView } from '../../../core/views.ts';
import { bodyShape } from '../../lib/http-text.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { Headers } from './headers.tsx';
import { Body } from './request-view.tsx';

interface ResponseProps {
  readonly response: HttpResponseView;
  readonly refused: boolean;
}

export function ResponseView({ response, refused }: ResponseProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-center gap-2">
        <StatusTag status={response.status} refused={refused} />
        <span className="sr-only">{t('http.status')}</span>
      </p>
      <Headers headers={response.headers} />
      <Body shape={bodyShape(response)} />
    </div>
  );
}
