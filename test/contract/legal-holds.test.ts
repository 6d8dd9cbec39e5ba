import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { legalHoldsContract } from '#test/contract/legal-holds.contract';

const dynamo = dynamoForThisFile();

legalHoldsContract('memory', async () => memoryStores());
legalHoldsContract('DynamoDB', dynamo.fresh);
