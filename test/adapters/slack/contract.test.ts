import { adapterContract } from '../contract.ts';
import { slackHarness } from './harness.ts';

adapterContract('the Slack adapter', slackHarness);
