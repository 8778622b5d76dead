import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MAX_OCTETS } from '#domain/piece/depot'
import { REFUS_D_ENVOI } from '#libelles/demande-en-ligne/refus-de-piece'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { REFUS_DE_COMPLEMENT } from '#libelles/demandeur/complement'
import { complementsDuDemandeur } from '#queries/extranet/dossier-suivi'
import { televersementsVus } from '#queries/extranet/televersements'
import { ComplementsDemandes } from '#ui/extranet/dossier-suivi/complements-demandes'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { donnerComplement } from '#usecases/complement/donner-complement'
import { demandeurEnvoi, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('dossier') }

export const meta: MetaFunction = () => [{ title: 'Ce qui vous est demandé – Europe et international' }]

export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, now, params }) => {
  const demandes = await complementsDuDemandeur(deps.db, demandeur, { ...params, now })
  if (!demandes) throw redirect(adresseDuSuivi(params.id))
  return { ...demandes, enVol: await televersementsVus(deps.db, demandeur, { pour: { dossierId: params.id }, now }) }
})

/** Gives a file for one pièce that was asked. */
export const action = demandeurEnvoi(
  { params: PARAMS, limites: { fichier: { octets: MAX_OCTETS, fichiers: 1 } } },
  async ({ deps, demandeur, params, recevoir, refuser }) => {
    const recus = await recevoir()
    if (!recus.ok) return { ...refuser(REFUS_D_ENVOI[recus.reason]), code: '' }
    const code = recus.value.textes['code'] ?? ''
    const [fichier] = recus.value.fichiers
    if (!fichier) return { ...refuser(REFUS_DE_COMPLEMENT.SANS_FICHIER), code }
    const vise = { dossierId: params.id, code, nomFichier: fichier.nom, recue: fichier.cle }
    const donnee = await donnerComplement(deps, demandeur, vise)
    if (!donnee.ok) return { ...refuser(donnee.detail ?? REFUS_DE_COMPLEMENT[donnee.reason]), code }
    return { soumission: { status: 'success' as const }, code }
  },
)

export default function Complements() {
  return <ComplementsDemandes {...useLoaderData<typeof loader>()} recue={useActionData<Reponse<{ code: string }>>()} />
}
