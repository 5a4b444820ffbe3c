// The parts that these tests use of clients that come without types.

declare module 'node-pushnotifications' {
  import type { ProviderOptions } from '@parse/node-apn';

  interface Result {
    readonly method: string;
    readonly success: number;
    readonly failure: number;
    readonly message: readonly {
      readonly regId: string;
      readonly error: Error | null;
      readonly errorMsg?: string;
    }[];
  }

  class PushNotifications {
    constructor(settings: { readonly apn: ProviderOptions });
    readonly apn: { shutdown(): void };
    send(targets: string | readonly string[], data: Readonly<Record<string, unknown>>): Promise<readonly Result[]>;
  }
  export = PushNotifications;
}

declare module 'xiaomi-push/lib/constant' {
  const constant: Record<string, string | Record<string, string>>;
  export = constant;
}

declare module 'xiaomi-push' {
  interface Answer {
    readonly result: string;
    readonly code: number;
    readonly trace_id: string;
    readonly description: string;
    readonly info?: string;
    readonly reason?: string;
    readonly data: { readonly id: string; readonly bad_regids?: string };
  }

  interface Options {
    readonly production: boolean;
    readonly appSecret: string;
    readonly keepAlive?: boolean;
    readonly restrictedPackageName?: string;
  }

  class Message {
    title(title: string): this;
    description(description: string): this;
    payload(payload: string): this;
    passThrough(value: 0 | 1): this;
    notifyType(type: number): this;
    notifyId(id: number): this;
    restrictedPackageName(name: string): this;
    extra(key: string, value: string): this;
  }

  class Notification {
    constructor(options: Options);
    readonly apis: Record<'regid' | 'alias' | 'account' | 'topic' | 'multitopic' | 'all', string>;
    send(regid: string | readonly string[], message: Message): Promise<Answer>;
    sendToAlias(alias: string | readonly string[], message: Message): Promise<Answer>;
    sendToUserAccount(account: string | readonly string[], message: Message): Promise<Answer>;
    sendToTopic(topic: string, message: Message): Promise<Answer>;
    sendToAll(message: Message): Promise<Answer>;
  }

  class Subscription {
    constructor(options: Options);
    subscribeTopic(regids: string | readonly string[], topic: string, category?: string): Promise<Answer>;
    unsubscribeTopic(regids: string | readonly string[], topic: string, category?: string): Promise<Answer>;
  }

  class Feedback {
    constructor(options: Options);
    getInvalidRegIds(): Promise<readonly string[]>;
  }

  class Tracer {
    constructor(options: Options);
    getMessageStatus(id: string): Promise<{ readonly data: { readonly data: Readonly<Record<string, unknown>> } }>;
  }

  class Stats {
    constructor(options: Options);
    getAliasesOf(regid: string): Promise<{ readonly data: { readonly list: readonly string[] } }>;
    getTopicsOf(regid: string): Promise<{ readonly data: { readonly list: readonly string[] } }>;
  }
}

declare module 'push-xiaomi' {
  interface Finish {
    readonly status: string;
    readonly group: number;
    readonly fail_total: number;
    readonly success_total: number;
    readonly traceIdList: readonly string[];
  }

  interface Push {
    readonly title: string;
    readonly content: string;
    readonly list: readonly string[];
    readonly payload?: string;
    readonly notify_type?: number;
    success?(answer: { readonly status: number; readonly data: Readonly<Record<string, unknown>> }): void;
    fail?(error: Error): void;
    finish?(result: Finish): void;
  }

  class Xiaomi {
    constructor(options: {
      readonly appSecret: string;
      readonly appPkgName: string;
      readonly pushUrl?: string;
      readonly queryUrl?: string;
      readonly maxLength?: number;
    });
    push(push: Push): Promise<void>;
    query(what: {
      readonly msg_id: readonly string[];
    }): Promise<{ readonly delivered: number; readonly click: number }>;
  }
  export = Xiaomi;
}
