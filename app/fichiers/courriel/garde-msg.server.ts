/** Entries of the directory of one .msg: an ordinary mail has a few hundred. */
const ENTREES_MAX = 50_000

const FIN = -1
const DIFAT_DEBUT = 76
const DIFAT_DANS_L_ENTETE = 109
const [STOCKAGE, FLUX, RACINE] = [1, 2, 5]

type Entree = { genre: number; voisins: number[]; enfant: number; debut: number; taille: number }

/**
 * Whether an OLE envelope ([MS-CFB]) can be walked to its end: no chain or tree that comes back on itself, no stream larger than the file.
 * What reads a .msg afterwards follows them without looking.
 */
export function estParcourable(fichier: Buffer): boolean {
  try {
    return parcourir(fichier)
  } catch {
    // A read beyond the bytes of the file.
    return false
  }
}

function parcourir(fichier: Buffer): boolean {
  const secteur = 1 << fichier.readUInt16LE(30)
  if (secteur !== 512 && secteur !== 4096) return false
  const secteurs = Math.ceil(fichier.length / secteur)
  const lire = (numero: number, rang: number) => fichier.readInt32LE((numero + 1) * secteur + 4 * rang)
  const parSecteur = secteur / 4

  const table = tableDe(fichier, { secteurs, parSecteur, lire })
  if (!table) return false
  const suivant = (tables: number[]) => (numero: number) => {
    const ou = tables[Math.floor(numero / parSecteur)]
    return ou === undefined ? FIN : lire(ou, numero % parSecteur)
  }
  const chaine = (debut: number, suite: (numero: number) => number, max: number): number[] | null => {
    const numeros: number[] = []
    for (let numero = debut; numero >= 0; numero = suite(numero)) {
      if (numeros.length >= max) return null
      numeros.push(numero)
    }
    return numeros
  }

  const grands = suivant(table)
  const repertoire = chaine(fichier.readInt32LE(48), grands, secteurs)
  const petiteTable = chaine(fichier.readInt32LE(60), grands, secteurs)
  if (!repertoire || !petiteTable || repertoire.length * (secteur / 128) > ENTREES_MAX) return false
  const entrees = repertoire.flatMap((numero) => entreesDe(fichier, (numero + 1) * secteur, secteur / 128))
  if (!estUnArbre(entrees)) return false

  const petits = suivant(petiteTable)
  const petitsMax = petiteTable.length * parSecteur
  let total = 0
  for (const { genre, debut, taille } of entrees) {
    if (genre !== FLUX && genre !== RACINE) continue
    const petit = genre === FLUX && taille < 4096
    if (!chaine(debut, petit ? petits : grands, petit ? petitsMax : secteurs)) return false
    if (taille < 0 || (total += taille) > 2 * fichier.length) return false
  }
  return true
}

type Acces = { secteurs: number; parSecteur: number; lire: (numero: number, rang: number) => number }

/** The sectors that hold the table of chains. */
function tableDe(fichier: Buffer, { secteurs, parSecteur, lire }: Acces): number[] | null {
  const table: number[] = []
  const nombre = fichier.readInt32LE(44)
  if (nombre < 0 || nombre > secteurs) return null
  for (let i = 0; i < Math.min(nombre, DIFAT_DANS_L_ENTETE); i += 1)
    table.push(fichier.readInt32LE(DIFAT_DEBUT + 4 * i))
  let suite = fichier.readInt32LE(68)
  for (let tours = 0; suite >= 0 && table.length < nombre; tours += 1) {
    if (tours > secteurs) return null
    for (let i = 0; i < parSecteur - 1 && table.length < nombre; i += 1) table.push(lire(suite, i))
    suite = lire(suite, parSecteur - 1)
  }
  return table
}

const entreesDe = (fichier: Buffer, debut: number, nombre: number): Entree[] =>
  Array.from({ length: nombre }, (_, i) => {
    const ici = debut + 128 * i
    if (ici + 128 > fichier.length) return { genre: 0, voisins: [], enfant: FIN, debut: FIN, taille: 0 }
    return {
      genre: fichier.readUInt8(ici + 66),
      voisins: [fichier.readInt32LE(ici + 68), fichier.readInt32LE(ici + 72)],
      enfant: fichier.readInt32LE(ici + 76),
      debut: fichier.readInt32LE(ici + 116),
      taille: fichier.readInt32LE(ici + 120),
    }
  })

/** Whether each entry is reached once at most from the root. */
function estUnArbre(entrees: Entree[]): boolean {
  const vues = new Set<number>()
  const aVoir = [entrees[0]?.enfant ?? FIN]
  for (let numero = aVoir.pop(); numero !== undefined; numero = aVoir.pop()) {
    if (numero < 0) continue
    const entree = entrees[numero]
    if (!entree || vues.has(numero)) return false
    vues.add(numero)
    aVoir.push(...entree.voisins)
    if (entree.genre === STOCKAGE) aVoir.push(entree.enfant)
  }
  return true
}
