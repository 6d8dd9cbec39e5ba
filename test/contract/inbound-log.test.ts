import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { inboundLogContract } from '#test/contract/inbound-log.contract';

const dynamo = dynamoForThisFile();

inboundLogContract('memory', async () => memoryStores());
inboundLogContract('DynamoDB', dynamo.fresh);
