// The parts that the tests use of a client that comes without types.

declare module 'push-huawei' {
  interface Finish {
    readonly status: string;
    readonly group: number;
    readonly success_total: number;
    readonly fail_total: number;
  }

  interface Push {
    readonly title: string;
    readonly content: string;
    readonly list: readonly string[];
    readonly extras?: Readonly<Record<string, string>>;
    readonly action?: Readonly<Record<string, unknown>>;
    readonly biTag?: string;
    /** Pause after each request, ms. */
    readonly sleep: number;
    success?(answer: {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly data: Readonly<Record<string, unknown>>;
    }): void;
    fail?(error: Error): void;
    finish?(result: Finish): void;
  }

  class Huawei {
    constructor(options: {
      readonly appId: string;
      readonly appSecret: string;
      readonly appPkgName: string;
      readonly getTokenUrl?: string;
      readonly pushUrl?: string;
      readonly maxLength?: number;
      readonly timeout?: number;
    });
    push(push: Push): Promise<void>;
    getToken(): Promise<{ readonly access_token: string; readonly expires_in: number; readonly token_type: string }>;
  }
  export = Huawei;
}
