import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MAX_OCTETS } from '#domain/piece/depot'
import { adresseDuBilan } from '#libelles/demandeur/adresses'
import { phraseDeFichierDeBilan, phraseDEnvoiDeBilan } from '#libelles/demandeur/fichier-de-bilan'
import { bilanARendre } from '#queries/extranet/bilan-a-rendre'
import { televersementsVus } from '#queries/extranet/televersements'
import { BilanFichiers } from '#ui/extranet/suite-accord/bilan-fichiers'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { donnerFichierDeBilan } from '#usecases/suite-accord/donner-fichier-de-bilan'
import { demandeurEnvoi, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('dossier') }

export const meta: MetaFunction = () => [{ title: 'Fichiers du bilan – Europe et international' }]

export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, now, params }) => {
  const bilan = await bilanARendre(deps.db, demandeur, { ...params, now })
  if (!bilan || bilan.empechement) throw redirect(adresseDuBilan(params.id))
  return { bilan, enVol: await televersementsVus(deps.db, demandeur, { pour: { dossierId: params.id }, now }) }
})

/** Gives one file of the bilan, whole. */
export const action = demandeurEnvoi(
  { params: PARAMS, limites: { fichier: { octets: MAX_OCTETS, fichiers: 1 } } },
  async ({ deps, demandeur, params, recevoir, refuser }) => {
    const recus = await recevoir()
    if (!recus.ok) return { ...refuser(phraseDEnvoiDeBilan(recus.reason)), code: '' }
    const code = recus.value.textes['code'] ?? ''
    const [fichier] = recus.value.fichiers
    if (!fichier) return { ...refuser(phraseDeFichierDeBilan('SANS_FICHIER')), code }
    const vise = { dossierId: params.id, code, nomFichier: fichier.nom, recue: fichier.cle }
    const donnee = await donnerFichierDeBilan(deps, demandeur, vise)
    if (!donnee.ok) return { ...refuser(phraseDeFichierDeBilan(donnee.reason, donnee.detail)), code }
    return { soumission: { status: 'success' as const }, code }
  },
)

export default function FichiersDuBilan() {
  return <BilanFichiers {...useLoaderData<typeof loader>()} recue={useActionData<Reponse<{ code: string }>>()} />
}
