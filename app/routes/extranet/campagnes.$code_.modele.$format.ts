import { FORMATS_DE_FICHE } from '#domain/pre-projet/formulaire'
import { fichierDeLaFiche } from '#libelles/pre-projet/formulaire'
import { ficheVierge } from '#queries/extranet/fiche-vierge'
import { sendFormulaire } from '#web/downloads'
import { code, unDe, visiteurLoader } from '#web/visiteur-route'

/** The fiche pré-projet of a campagne, to be filled on one's own machine. */
export const loader = visiteurLoader(
  { params: { code, format: unDe('fiche', FORMATS_DE_FICHE) } },
  async ({ deps, now, params }) =>
    sendFormulaire(await ficheVierge(deps.db, { ...params, now }), fichierDeLaFiche(params.code, params.format)),
)
