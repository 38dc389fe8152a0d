/** Somebody sits down at another table in one round. */
export interface Move {
  readonly round: number;
  readonly person: number;
  readonly table: number;
}

export interface SeatingParts {
  /** How many seats each takes. */
  readonly sizes: readonly number[];
  /** What each gives for each table. */
  readonly points: readonly (readonly number[])[];
  readonly tables: number;
  readonly seatsPerTable: number;
  /** The table of each in the first round; in each round everybody moves on to the next table. */
  readonly first: readonly number[];
  readonly rounds: number;
}

/** Who sits where, and how good that is. People, tables and rounds are numbered from 0. */
export class Seating {
  readonly people: number;
  readonly tables: number;
  readonly rounds: number;
  /** The points of everybody at all of their tables. */
  points = 0;
  /** How often two sit together who did so in a round before. */
  again = 0;
  readonly #parts: SeatingParts;
  /** By round and person. */
  readonly #tableOf: Int32Array;
  /** By round and table. */
  readonly #peopleAt: readonly number[][];
  readonly #taken: Int32Array;
  /** By two people: in how many rounds they sit together. */
  readonly #together: Uint8Array;

  constructor(parts: SeatingParts) {
    this.#parts = parts;
    this.people = parts.sizes.length;
    this.tables = parts.tables;
    this.rounds = parts.rounds;
    this.#tableOf = new Int32Array(this.rounds * this.people);
    this.#peopleAt = Array.from({ length: this.rounds * this.tables }, () => []);
    this.#taken = new Int32Array(this.rounds * this.tables);
    this.#together = new Uint8Array(this.people * this.people);
    for (let round = 0; round < this.rounds; round += 1) {
      for (const [person, table] of parts.first.entries()) {
        this.#join({ round, person, table: (table + round) % this.tables });
      }
    }
  }

  tableOf(round: number, person: number): number {
    return this.#tableOf[round * this.people + person] ?? 0;
  }

  peopleAt(round: number, table: number): readonly number[] {
    return this.#peopleAt[round * this.tables + table] ?? [];
  }

  /** In which round somebody sits at a table; undefined for never. */
  roundAt(person: number, table: number): number | undefined {
    for (let round = 0; round < this.rounds; round += 1) {
      if (this.tableOf(round, person) === table) {
        return round;
      }
    }
    return undefined;
  }

  /** Whether there are seats for `comes` when `goes` has left. */
  hasRoom(round: number, table: number, comes: number, goes?: number): boolean {
    const taken = this.#taken[round * this.tables + table] ?? 0;
    return (
      taken + this.#sizeOf(comes) - (goes === undefined ? 0 : this.#sizeOf(goes)) <= this.#parts.seatsPerTable
    );
  }

  /** Carries out the moves, all at once; returns those that undo them. */
  move(moves: readonly Move[]): readonly Move[] {
    const back = moves.map(({ round, person }) => ({ round, person, table: this.tableOf(round, person) }));
    for (const one of back) {
      this.#leave(one);
    }
    for (const one of moves) {
      this.#join(one);
    }
    return back;
  }

  /** Where everybody sits, as moves that bring them there from anywhere. */
  all(): readonly Move[] {
    return Array.from({ length: this.rounds * this.people }, (_, index) => {
      const [round, person] = [Math.floor(index / this.people), index % this.people];
      return { round, person, table: this.tableOf(round, person) };
    });
  }

  #sizeOf(person: number): number {
    return this.#parts.sizes[person] ?? 0;
  }

  #leave({ round, person, table }: Move): void {
    const place = round * this.tables + table;
    const people = this.#peopleAt[place] ?? [];
    people.splice(people.indexOf(person), 1);
    for (const other of people) {
      const times = this.#meet(person, other, -1);
      this.again -= times > 0 ? 1 : 0;
    }
    this.#taken[place] = (this.#taken[place] ?? 0) - this.#sizeOf(person);
    this.points -= this.#parts.points[person]?.[table] ?? 0;
  }

  #join({ round, person, table }: Move): void {
    const place = round * this.tables + table;
    const people = this.#peopleAt[place] ?? [];
    for (const other of people) {
      const times = this.#meet(person, other, 1);
      this.again += times > 1 ? 1 : 0;
    }
    people.push(person);
    this.#taken[place] = (this.#taken[place] ?? 0) + this.#sizeOf(person);
    this.#tableOf[round * this.people + person] = table;
    this.points += this.#parts.points[person]?.[table] ?? 0;
  }

  /** Returns how often they sit together now. */
  #meet(person: number, other: number, times: 1 | -1): number {
    const pair = person < other ? person * this.people + other : other * this.people + person;
    const sum = (this.#together[pair] ?? 0) + times;
    this.#together[pair] = sum;
    return sum;
  }
}
