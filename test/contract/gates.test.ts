import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { gatesOwedContract } from '#test/contract/gates-owed.contract';
import { gatesContract } from '#test/contract/gates.contract';

const dynamo = dynamoForThisFile();

gatesContract('memory', async () => memoryStores());
gatesContract('DynamoDB', dynamo.fresh);
gatesOwedContract('memory', async () => memoryStores());
gatesOwedContract('DynamoDB', dynamo.fresh);
