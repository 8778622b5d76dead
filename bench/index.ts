/**
 * What the screens, the report and the reading of mails cost, each beside a floor measured in the same run. `npm run bench` measures all;
 * `npm run bench -- http --seulement=recherche` a part of it.
 */
import path from 'node:path'
import { diskStorage } from '#infra/storage'
import { mesurerActes } from './actes'
import { mesurerAccueil, tableauAccueil } from './extranet/accueil'
import { mesurerDepots, tableauDepots } from './extranet/depots'
import { mesurerHttp, tableauHttp } from './http'
import { mesurerLettres, tableauLettres } from './lettres'
import { mesurerMemoire, tableauMemoire } from './memoire'
import { messages } from './messages'
import { tableau } from './mesure'
import { ouvrirMondes, type Monde } from './monde'
import { lireOptions, type Options, type Partie } from './options'
import { mesurerRapport, tableauRapport } from './rapport'
import { mesurerRepartition } from './repartition'
import { mesurerRequetes } from './requetes'
import { garderResultats, publierTableau } from './resultats'

const MAILS = 1_000

/** What one part measured on these databases, and its table. */
type Mesures = { mesures: unknown; texte: string }

/** One after the other: two measures at once would be of each other. */
async function chacun<T>(mondes: readonly Monde[], mesurer: (monde: Monde) => Promise<T[]>): Promise<T[]> {
  const mesures: T[] = []
  for (const monde of mondes) mesures.push(...(await mesurer(monde)))
  return mesures
}

const dit = <T>(mesures: T[], table: (mesures: readonly T[]) => string): Mesures => ({ mesures, texte: table(mesures) })

const PARTIES: Record<Partie, (mondes: readonly Monde[], options: Options) => Promise<Mesures>> = {
  http: async (mondes, options) => dit(await mesurerHttp(mondes, options), tableauHttp),
  requetes: async (mondes) => dit(await chacun(mondes, ({ db, volume }) => mesurerRequetes(db, volume)), tableau),
  rapport: async (mondes) => dit(await chacun(mondes, async (monde) => [await mesurerRapport(monde)]), tableauRapport),
  lettres: async () => dit([await mesurerLettres()], tableauLettres),
  repartition: async () => dit(await mesurerRepartition(), tableau),
  actes: async (mondes) => dit(await chacun(mondes, mesurerActes), tableau),
  depots: async (mondes, { depots }) =>
    dit(await chacun(mondes.slice(0, 1), async (monde) => [await mesurerDepots(monde, depots)]), tableauDepots),
  accueil: async (mondes) =>
    dit(await chacun(mondes.slice(0, 1), async (monde) => [await mesurerAccueil(monde)]), tableauAccueil),
  memoire: async (mondes, { dureeMemoire }) =>
    dit(await chacun(mondes, async (monde) => [await mesurerMemoire(monde, dureeMemoire)]), tableauMemoire),
  courriels: async (mondes) =>
    dit(
      await chacun(mondes.slice(0, 1), async ({ db, dossier }) => {
        const storage = diskStorage(path.join(dossier, 'fichiers'))
        return [await messages({ db, storage, now: () => new Date() }, MAILS)]
      }),
      tableau,
    ),
}

async function main() {
  const options = lireOptions(process.argv.slice(2))
  const ouverts = await ouvrirMondes(options.base)
  const mondes: Monde[] = []
  try {
    for (const volume of options.volumes) mondes.push(await ouverts.ouvrir(volume))
    for (const partie of options.parties) {
      const { mesures, texte } = await PARTIES[partie](mondes, options)
      process.stdout.write(`\n${texte}\n`)
      if (options.seulement !== '') continue
      await garderResultats(partie, mesures)
      await publierTableau(partie, texte)
    }
  } catch (error) {
    // Said at once, and left: connections that wait for their turn would be waited for without an end.
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    await ouverts.fermer()
    process.exit(1)
  } finally {
    for (const { db } of mondes) await db.$disconnect()
    await ouverts.fermer()
  }
}

await main()
