import type Database from 'better-sqlite3';

/**
 * The file of the address base: streets, their numbers, and the words of both. Made by the importer,
 * only ever read by the store node, replaced whole. It holds no personal data.
 */
export function createAddressTables(database: Database.Database): void {
  database.exec(`
    create table street (
      place integer primary key,
      name text not null,
      postcode text not null,
      city text not null,
      unique (name, postcode, city)
    );
    create table number (
      street integer not null,
      number integer not null,
      suffix text not null,
      latitude integer not null,
      longitude integer not null,
      primary key (street, number, suffix)
    ) without rowid;
    create virtual table street_words using fts5 (words, tokenize = 'unicode61', prefix = '1 2 3');
    create table source (file text not null, imported_at text not null, addresses integer not null);
  `);
}
