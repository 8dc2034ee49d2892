import { adapterContract } from '../contract.ts';
import { slackHarness, slackOverHttp } from './harness.ts';

adapterContract('the Slack adapter by Socket Mode', slackHarness);
adapterContract('the Slack adapter over HTTP', slackOverHttp);
