import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { Demandeur } from '#domain/acces/acteur'
import type { But, Identite, RefusProConnect } from '#domain/demandeur/proconnect'
import type { Entree } from '#domain/demandeur/second-facteur'
import type { Result } from '#domain/result'
import { hashJeton } from '#infra/jeton'
import { revenir } from '#infra/proconnect/fournisseur'
import type { DepsWeb } from '#web/deps'
import { contexteDe, garder } from '#web/extranet'
import { departDe, oublierDepart, reglage } from '#web/proconnect/depart'
import { entrerDemandeur, trouverDemandeur } from '#web/session-demandeur'
import { PUBLIQUE } from '#web/visiteur-route'

/** A return: who came back, what for, who is signed in, and the name of the return, which serves once. */
type Retour = {
  deps: DepsWeb
  identite: Identite
  but: But
  demandeur: Demandeur | null
  retour: { id: string; expireLe: Date }
}

/** Where a return leads: signed in, or to a page of ours. No word of its address says where. */
type Suite = { entree: Entree } | { vers: `/extranet/${string}` }

/**
 * The loader of the address that ProConnect sends back to: what it brings is verified here, and the route says what is done of it. Whatever comes of it, the
 * browser holds nothing more of its departure.
 */
export const retourLoader = (faire: (retour: Retour) => Promise<Result<Suite, RefusProConnect>>) =>
  garder({ marque: PUBLIQUE, params: {} }, async ({ request, params }: LoaderFunctionArgs) => {
    const avec = reglage()
    const { deps } = await contexteDe(undefined, params)
    const demandeur = await trouverDemandeur(request)
    const refuser = async (refus: RefusProConnect) =>
      data(
        { refus, connecte: demandeur !== null },
        { status: refus === 'INJOIGNABLE' ? 503 : 400, headers: { 'Set-Cookie': await oublierDepart() } },
      )
    const parti = await departDe(request)
    if (!parti) return refuser('PERDU')
    const { but, expireLe, depart } = parti
    const lu = await revenir(avec, new URL(request.url).search, depart)
    if (!lu.ok) return refuser(lu.reason)
    const retour = { id: hashJeton(depart.state), expireLe }
    const fait = await faire({ deps, identite: lu.value, but, demandeur, retour })
    if (!fait.ok) return refuser(fait.reason)
    // Thrown, so that the page knows but one answer.
    const suite = 'entree' in fait.value ? await entrerDemandeur(request, fait.value.entree) : redirect(fait.value.vers)
    suite.headers.append('Set-Cookie', await oublierDepart())
    throw suite
  })
