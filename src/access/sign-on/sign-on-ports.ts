import type { DirectoryPorts } from './directory.ts';
import type { OidcPorts } from './oidc.ts';

/** What sign-on gets from outside. */
export interface SignOnPorts extends OidcPorts, DirectoryPorts {}
