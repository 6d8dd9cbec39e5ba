import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { postalGatesContract } from '#test/contract/postal-gates.contract';

const dynamo = dynamoForThisFile();

postalGatesContract('memory', async () => memoryStores());
postalGatesContract('DynamoDB', dynamo.fresh);
