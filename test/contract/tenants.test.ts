import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { tenantsContract } from '#test/contract/tenants.contract';

const dynamo = dynamoForThisFile();

tenantsContract('memory', async () => memoryStores());
tenantsContract('DynamoDB', dynamo.fresh);
