import type { TraceStep } from '../../trace/types.ts';
import { header } from '../kit/form.ts';
import { member } from '../kit/json.ts';
import type { VendorRequest } from '../types.ts';
import { has, number, object, seen, text } from './fields.ts';
import { badgeAdd, type CheckedLegacy } from './legacy-payload.ts';
import { channelStep } from './steps.ts';

/** Things that the old interface accepts and that do not do what the sender may expect. */
export function lintLegacy({ msg, ext, isData }: CheckedLegacy, request: VendorRequest): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  const action = object(msg, 'action');
  const opensApp = !isData && (number(action, 'type') ?? 3) === 3;
  if (opensApp && !text(object(action, 'param'), 'appPkgName')) steps.push(channelStep('huawei-lint-package', 'note'));
  if (has(ext, 'badgeAddNum') && badgeAdd(ext) === null)
    steps.push(channelStep('huawei-lint-badge-range', 'note', { received: seen(member(ext, 'badgeAddNum')) }));
  if (badgeAdd(ext) !== null && !text(ext, 'badgeClass')) steps.push(channelStep('huawei-lint-badge-class', 'note'));
  if (has(msg, 'category')) steps.push(channelStep('huawei-lint-legacy-category', 'note'));
  if (header(request, 'authorization') !== undefined) steps.push(channelStep('huawei-lint-legacy-header', 'note'));
  return steps;
}
