/**
 * What the screens, the report and the reading of mails cost, each beside a floor measured in the same run. `npm run bench` measures all;
 * `npm run bench -- http --seulement=recherche` a part of it.
 */
import path from 'node:path'
import { diskStorage } from '#infra/storage'
import { mesurerHttp, tableauHttp, type MesureHttp } from './http'
import { messages } from './messages'
import { tableau, type Mesure } from './mesure'
import { ouvrirMondes, type Monde } from './monde'
import { lireOptions, type Options, type Partie } from './options'
import { mesurerRapport } from './rapport'
import { mesurerRequetes } from './requetes'
import { garderResultats, publierTableau } from './resultats'

const MAILS = 1_000

const PAR_PARTIE = {
  requetes: ({ db, volume }: Monde) => mesurerRequetes(db, volume),
  rapport: async (monde: Monde) => [await mesurerRapport(monde)],
}

async function mesurer(mondes: readonly Monde[], partie: Exclude<Partie, 'http'>): Promise<Mesure[]> {
  const mesures: Mesure[] = []
  const [premier] = mondes
  if (partie === 'courriels' && premier) {
    const storage = diskStorage(path.join(premier.dossier, 'fichiers'))
    mesures.push(await messages({ db: premier.db, storage, now: () => new Date() }, MAILS))
  } else if (partie !== 'courriels') for (const monde of mondes) mesures.push(...(await PAR_PARTIE[partie](monde)))
  return mesures
}

async function parHttp(mondes: readonly Monde[], options: Options): Promise<MesureHttp[]> {
  const mesures: MesureHttp[] = []
  for (const monde of mondes) mesures.push(...(await mesurerHttp(monde, options)))
  return mesures
}

async function main() {
  const options = lireOptions(process.argv.slice(2))
  const ouverts = await ouvrirMondes(options.base)
  const mondes: Monde[] = []
  try {
    for (const volume of options.volumes) mondes.push(await ouverts.ouvrir(volume))
    for (const partie of options.parties) {
      const mesures = partie === 'http' ? await parHttp(mondes, options) : await mesurer(mondes, partie)
      const texte = partie === 'http' ? tableauHttp(mesures as MesureHttp[]) : tableau(mesures as Mesure[])
      process.stdout.write(`\n${texte}\n`)
      if (options.seulement !== '') continue
      await garderResultats(partie, mesures)
      await publierTableau(partie, texte)
    }
  } finally {
    for (const { db } of mondes) await db.$disconnect()
    await ouverts.fermer()
  }
}

await main()
