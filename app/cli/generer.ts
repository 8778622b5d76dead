import { compter } from '#domain/nombre'
import { type Commande, required, wholeNumber } from '#cli/commande'
import { genererDossiers } from '#usecases/entretien/generer-dossiers'

/** Fills an empty database with a volume of plausible dossiers, the same for the same graine. */
export const generer: Commande = {
  usage: '--dossiers N [--graine N]',
  positionals: { min: 0, max: 0 },
  options: { dossiers: { type: 'string' }, graine: { type: 'string' } },
  run: async ({ deps, clock, tell }, { values }) => {
    const dossiers = wholeNumber(required(values, 'dossiers'), { name: '--dossiers', min: 1 })
    const graine = wholeNumber(values.graine ?? '1', { name: '--graine' })
    const start = clock()
    const answer = await genererDossiers(await deps(), { dossiers, graine, tell })
    if (!answer.ok) {
      return {
        ok: false,
        erreur:
          'Cette base contient de vraies données\u00a0: des dossiers d’essai ne s’ajoutent qu’à une base vide ou déjà générée.',
      }
    }
    const dureeMs = Math.round(clock() - start)
    return {
      ok: true,
      json: { dossiers, dureeMs },
      texte: `${compter(dossiers, 'dossier généré', 'dossiers générés')} en ${(dureeMs / 1000).toFixed(1).replace('.', ',')}\u00a0s.`,
    }
  },
}
