/** What receipts and screens say of the program that made them. Kept equal to package.json by a test. */
export const SOFTWARE = { name: 'OC Pizza', version: '0.1.0' };
