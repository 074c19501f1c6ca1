/**
 * What one side of a chain search knows: labels (person, product of strengths so far, label it came from),
 * in layers by number of ties. A person gets a label in a later layer only when it is stronger there, so the
 * newest label of a person is its strongest.
 */
export class LabelSet {
  /** Newest label of a person plus one; 0 for none. One entry a person. */
  readonly labelOf: Int32Array;
  person = new Uint32Array(1024);
  product = new Float64Array(1024);
  /** The label this one extends; -1 at a root. */
  parent = new Int32Array(1024);
  count = 0;
  /** First label of the newest layer. */
  layerStart = 0;
  /** Ties of the newest layer's labels. */
  layer = 0;

  constructor(people: number) {
    this.labelOf = new Int32Array(people);
  }

  /** The given set if it has room for so many people, else a new one. */
  static fitting(labels: LabelSet | null, people: number): LabelSet {
    if (labels !== null && labels.labelOf.length >= people) return labels;
    return new LabelSet(people + (people >>> 3) + 64);
  }

  add(person: number, product: number, parent: number): void {
    if (this.count === this.person.length) this.#grow();
    const label = this.count++;
    this.person[label] = person;
    this.product[label] = product;
    this.parent[label] = parent;
    this.labelOf[person] = this.count;
  }

  /** Ends the newest layer: what is added from now on has one tie more. */
  beginLayer(): void {
    this.layerStart = this.count;
    this.layer++;
  }

  /** Strongest product in the newest layer; 0 when it is empty. */
  strongestOfLayer(): number {
    let strongest = 0;
    for (let label = this.layerStart; label < this.count; label++) {
      if (this.product[label] > strongest) strongest = this.product[label];
    }
    return strongest;
  }

  clear(): void {
    for (let label = 0; label < this.count; label++) this.labelOf[this.person[label]] = 0;
    this.count = 0;
    this.layerStart = 0;
    this.layer = 0;
  }

  /** People from a label back to its root, both included. */
  trace(label: number): number[] {
    const people: number[] = [];
    for (let at = label; at >= 0; at = this.parent[at]) people.push(this.person[at]);
    return people;
  }

  get bytes(): number {
    const labels = this.person.byteLength + this.product.byteLength + this.parent.byteLength;
    return this.labelOf.byteLength + labels;
  }

  #grow(): void {
    const length = this.person.length * 2;
    const person = new Uint32Array(length);
    const product = new Float64Array(length);
    const parent = new Int32Array(length);
    person.set(this.person);
    product.set(this.product);
    parent.set(this.parent);
    this.person = person;
    this.product = product;
    this.parent = parent;
  }
}
