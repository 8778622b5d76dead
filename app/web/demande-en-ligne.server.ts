import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Demandeur } from '#domain/acces/acteur'
import { CHAMPS_D_ETAPE, type Etape, type EtapeEcrite, lireReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import { CHEMIN_ETAPE, REFUS_DE_REMPLIR } from '#libelles/demande-en-ligne/demande-en-ligne'
import { demandeEnLigne } from '#queries/extranet/demande-en-ligne'
import { enregistrerEtape } from '#usecases/demande-en-ligne/enregistrer-etape'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'
import type { DepsWeb } from '#web/deps'

/** The demande of an address. */
export const DEMANDE = { id: uuid('demande-en-ligne') }

export const versEtape = (id: string, etape: Etape) => redirect(`/extranet/demandes/${id}/${CHEMIN_ETAPE[etape]}`)

export const versDeposee = (id: string) => redirect(`/extranet/demandes/${id}/deposee`)

/** The demande while it is being filled in; once deposited, its page is another. */
export async function demandeEnCours(deps: DepsWeb, demandeur: Demandeur, vue: { id: string; now: Date }) {
  const lue = await demandeEnLigne(deps.db, demandeur, vue)
  if (lue.deposeeLe) throw versDeposee(vue.id)
  const { id, campagne, structure, pourcent, joursRestants, completes, peutRemplir } = lue
  return { ...lue, entete: { id, campagne, structure, pourcent, joursRestants, completes, peutRemplir } }
}

export const etapeLoader = demandeurLoader({ params: DEMANDE }, ({ deps, demandeur, now, params }) =>
  demandeEnCours(deps, demandeur, { ...params, now }),
)

/** Far over what any form of ours sends; each answer is cut by the act. */
const BASE_MAX = 100_000

const Base = z
  .string()
  .max(BASE_MAX)
  .transform((texte, ctx) => {
    try {
      return lireReponsesEnLigne(JSON.parse(texte))
    } catch {
      ctx.addIssue({ code: 'custom', message: 'base illisible' })
      return z.NEVER
    }
  })

const texte = z.string().max(10_000).optional()

const formulaireDe = (etape: EtapeEcrite) =>
  z.object({
    ...Object.fromEntries(CHAMPS_D_ETAPE[etape].map((champ) => [champ, texte])),
    base: Base,
    vers: z.enum(['PROJET', 'PIECES']).optional(),
  })

/** Keeps what is on a page of questions, and goes on to the next step where it is asked. */
export const etapeAction = (etape: EtapeEcrite) =>
  demandeurAction(
    { params: DEMANDE, form: formulaireDe(etape) },
    async ({ deps, demandeur, params, form, refuser, rester }) => {
      const { base, vers, ...miennes } = form
      const faite = await enregistrerEtape(deps, demandeur, {
        ...params,
        etape,
        base,
        miennes: lireReponsesEnLigne(miennes),
      })
      if (!faite.ok) return refuser(REFUS_DE_REMPLIR[faite.reason])
      if (vers && faite.value.divergences.length === 0) return versEtape(params.id, vers)
      return rester({ enregistree: faite.value })
    },
  )
