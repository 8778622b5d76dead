import { addDays } from '#domain/temps/jour'
import { recevoirBilan } from '#usecases/suite-accord/recevoir-bilan'
import { auBureau, type Evenement, type Monde, must } from './agenda'
import { rangDe } from './echanges'
import { numeroDe } from './extraction'

/** Days before the loading on which a bilan came. */
const IL_Y_A = 4

/** A bilan that came and that nobody has looked at. */
export function suitesDe(monde: Monde): Evenement[] {
  const { calendrier, equipe } = monde
  const jour = addDays(calendrier.aujourdhui, -IL_Y_A)
  const numero = numeroDe(calendrier, rangDe('Vingt ans du jumelage avec Deal'))
  return [
    {
      le: auBureau(monde, jour, [15]),
      faire: async (deps) => {
        const { id: dossierId, version } = await deps.db.dossier.findUniqueOrThrow({ where: { numero } })
        must(await recevoirBilan(deps, equipe.instructeur, { dossierId, version, le: jour }), numero)
      },
    },
  ]
}
