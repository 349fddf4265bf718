/** One forward step of the schema. A released step is never edited: add another. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'accounts',
    statements: [
      `create table accounts (
        id uuid primary key default gen_random_uuid(),
        issuer text not null,
        subject text not null,
        status text not null default 'active',
        name text not null,
        username text not null,
        bio text,
        avatar_url text,
        locale text,
        timezone text,
        badges text[] not null default '{}',
        token_quota bigint,
        paid_token_balance bigint not null default 0,
        subscription_plan text,
        subscription_status text,
        subscription_cancel_at timestamptz(3),
        deletion_requested_at timestamptz(3),
        deletion_scheduled_for timestamptz(3),
        tokens_valid_after timestamptz(3),
        version bigint not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      )`,
      'create unique index accounts_identity on accounts (issuer, subject)',
      'create unique index accounts_username on accounts (lower(username))',
      `create index accounts_due on accounts (deletion_scheduled_for)
        where deletion_scheduled_for is not null`,
      `create table emails (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references accounts on delete cascade,
        email text not null,
        verified boolean not null,
        is_primary boolean not null,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      )`,
      'create unique index emails_address on emails (account_id, lower(email))',
      'create unique index emails_primary on emails (account_id) where is_primary',
      `create table phone_numbers (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references accounts on delete cascade,
        phone_number text not null,
        verified boolean not null,
        is_primary boolean not null,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      )`,
      'create unique index phone_numbers_number on phone_numbers (account_id, phone_number)',
      'create unique index phone_numbers_primary on phone_numbers (account_id) where is_primary',
      `create table identities (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references accounts on delete cascade,
        provider text not null,
        name text,
        email text,
        avatar_url text,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      )`,
      'create index identities_account on identities (account_id)',
      `create table preferences (
        account_id uuid primary key references accounts on delete cascade,
        theme text,
        notifications jsonb not null default '{}',
        timezone text,
        twitter text,
        discord text,
        version bigint not null default 1
      )`,
      `create table sessions (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references accounts on delete cascade,
        cookie_hash text,
        token_key text,
        type text,
        platform text,
        token_type text,
        device_name text,
        browser text,
        os text,
        ip text,
        location text,
        authenticated_at timestamptz(3),
        created_at timestamptz(3),
        last_active timestamptz(3) not null default now(),
        expires_at timestamptz(3),
        revoked_at timestamptz(3)
      )`,
      'create unique index sessions_cookie on sessions (cookie_hash) where cookie_hash is not null',
      'create unique index sessions_token on sessions (account_id, token_key) where token_key is not null',
      `create index sessions_live on sessions (account_id, last_active desc, id desc)
        include (expires_at) where revoked_at is null`,
      `create table usage_entries (
        account_id uuid not null references accounts on delete cascade,
        spent_at timestamptz(3) not null,
        tokens bigint not null check (tokens >= 0),
        primary key (account_id, spent_at)
      )`,
      `create table idempotency_keys (
        account_id uuid not null references accounts on delete cascade,
        key text not null,
        request_hash text not null,
        status integer,
        body text,
        etag text,
        created_at timestamptz(3) not null default now(),
        primary key (account_id, key)
      )`,
      'create index idempotency_keys_age on idempotency_keys (created_at)',
      `create table settings (
        key text primary key,
        value text not null
      )`,
    ],
  },
  {
    version: 2,
    name: 'actors and keys',
    statements: [
      `alter table sessions add column actor_id text, add column actor_name text,
        add column api_key_hash text`,
      `create unique index sessions_api_key on sessions (api_key_hash)
        where api_key_hash is not null`,
    ],
  },
  {
    version: 3,
    name: 'sign-in through a provider',
    statements: [
      'alter table sessions add column provider_session text',
      `create index sessions_provider on sessions (provider_session)
        where provider_session is not null`,
      `create table sign_in_attempts (
        state_hash text primary key,
        browser_hash text not null,
        nonce text not null,
        verifier text not null,
        next text not null,
        max_age integer,
        expires_at timestamptz(3) not null
      )`,
      'create index sign_in_attempts_browser on sign_in_attempts (browser_hash, expires_at)',
      `create table logout_tokens (
        id_hash text primary key,
        expires_at timestamptz(3) not null
      )`,
    ],
  },
  {
    version: 4,
    name: 'logouts at a provider',
    statements: [
      `create table provider_logouts (
        issuer text not null,
        key text not null,
        ended_at timestamptz(3) not null default now(),
        primary key (issuer, key)
      )`,
      'create index provider_logouts_age on provider_logouts (ended_at)',
    ],
  },
];
