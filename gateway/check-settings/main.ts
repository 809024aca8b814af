import { parseGatewayConfig } from '../config.js';
import { messageOf } from '../../subgraphs/shared/process/message-of.js';

// Reads the gateway's settings and ends: whoever starts a whole network wants to know of a bad one before anything has started.
try {
  parseGatewayConfig(process.env);
} catch (error) {
  process.stderr.write(`gateway: ${messageOf(error)}\n`);
  process.exitCode = 1;
}
