import { Bandeau } from '#ui/kit/bandeau'
import { Box } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { COUVERTURES } from '#domain/portail/couverture'
import { PHRASE_REFUS_LOT } from '#libelles/portail/lot'
import { etatDeBoite } from '#queries/courriel-recu/courriels-recus'
import { lots, LotsParams, TAILLE_LOTS } from '#queries/portail/lots'
import { EtatBoite } from '#ui/courriel-recu/etat-boite'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { ImportForm } from '#ui/portail/import-form'
import { LotListe } from '#ui/portail/lot-liste'
import { VersementsImport } from '#ui/suite-accord/versements-import'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { deposerLot, type FichierDepose, MESSAGES_MAX } from '#usecases/lot/deposer-lot'
import { agentEnvoi, agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Importer – MCEI' }]

export const loader = agentLoader({ droit: 'import.lire', search: LotsParams }, async ({ agent, deps, search }) => {
  const peutImporter = hasDroit(agent, 'import.faire')
  const boite = await etatDeBoite(deps.db, deps.boite)
  const peutVerser = hasDroit(agent, 'versement.enregistrer')
  return { ...(await lots(deps.db, search)), ...search, taille: TAILLE_LOTS, peutImporter, peutVerser, boite }
})

const MIO = 1024 * 1024

/** What each field of the two forms may carry. */
const LIMITES = {
  listing: { octets: 20 * MIO, fichiers: 1 },
  pieces: { octets: 500 * MIO, fichiers: 1 },
  messages: { octets: 60 * MIO, fichiers: MESSAGES_MAX },
}

const ROLES: Record<string, FichierDepose['role']> = { listing: 'LISTING', pieces: 'PIECES', messages: 'MESSAGE' }

const phrase = (motif: string, fichier = '') => PHRASE_REFUS_LOT[motif]?.(fichier) ?? motif

export const action = agentEnvoi(
  { droit: 'import.faire', limites: LIMITES },
  async ({ agent, deps, recus, refuser }) => {
    if (!recus.ok) return refuser(phrase(recus.reason, recus.detail))
    const fichiers = recus.value.fichiers.map(({ champ, ...fichier }) => ({
      ...fichier,
      role: ROLES[champ] ?? 'MESSAGE',
    }))
    const couverture = COUVERTURES.find((une) => une === recus.value.textes.couverture) ?? 'PARTIE'
    const lot = await deposerLot(
      deps,
      agent,
      fichiers.some(({ role }) => role === 'MESSAGE')
        ? { type: 'COURRIELS', fichiers }
        : { type: 'DEMANDES', fichiers, couverture, accord: 'A_DEMANDER' },
    )
    if (lot.ok) return redirect(`/importer/${lot.value.id}`)
    await Promise.all(fichiers.map(({ cle }) => deps.storage.remove(cle)))
    return refuser(phrase(lot.reason))
  },
)

export default function Importer() {
  const { rows, total, page, taille, peutImporter, peutVerser, boite } = useLoaderData<typeof loader>()
  const reponse = useActionData<Reponse>()
  return (
    <>
      <PageHeader
        titre="Importer"
        sousTitre="Une extraction d’e-partenaire, ou des messages reçus par la MCEI. Déposer deux fois la même chose ne crée rien en double."
      />
      <Box sx={{ mb: reponse ? 2 : 0 }}>
        <FormErreur reponse={reponse} />
      </Box>
      {boite && <EtatBoite {...boite} />}
      {peutImporter ? (
        <ImportForm />
      ) : (
        <Bandeau severity="info">Votre rôle permet de consulter les imports, pas d’en faire.</Bandeau>
      )}
      {peutVerser && <VersementsImport />}
      <LotListe {...{ rows, total, page, taille }} />
    </>
  )
}

export { PageError as ErrorBoundary }
