import { pathOf } from '../kit/form.ts';
import { isObject } from '../kit/json.ts';
import type { Channel, ResultCode, VendorRequest, VendorResponse } from '../types.ts';
import { failureAnswer } from './answers.ts';
import { authorization, build } from './build.ts';
import { descOf } from './code-table.ts';
import { vivoCodes } from './codes.ts';
import { vivoDefinition } from './definition.ts';
import { tidyPath } from './endpoints.ts';
import { observe } from './observe.ts';
import { present } from './present.ts';
import { readJson, trimmedOf } from './read.ts';
import { readAnswer } from './read-answer.ts';
import { receipts } from './receipts.ts';
import { receive } from './receive.ts';
import { vivoRules } from './rules.ts';
import { emptyState } from './state.ts';
import { store } from './store.ts';

/** A refused regId is named in the answer to a single push, as the vendor does it. */
function answerWith({ code }: ResultCode, request: VendorRequest): VendorResponse {
  const number = Number(code);
  if (number !== 10302 || tidyPath(pathOf(request)) !== '/message/send') return failureAnswer(number);
  const body = readJson(request.body);
  const userid = isObject(body) ? (trimmedOf(body, 'regId') ?? '') : '';
  return failureAnswer(number, descOf(number), { invalidUser: { status: 1, userid } });
}

/** vivo push: endpoint, request of the IM side, and phone. */
export function createVivo(): Channel {
  return {
    definition: vivoDefinition,
    rules: vivoRules,
    codes: vivoCodes,
    initialState: emptyState,
    receive,
    build,
    readAnswer,
    authorization,
    answerWith,
    store,
    present,
    receipts,
    observe,
  };
}
