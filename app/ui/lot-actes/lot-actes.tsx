import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { Link, useLocation } from '@remix-run/react'
import type { ActeDeLot, ChampsDeLot, ComptesDeLot, EtapeDeLot, EtatLigne } from '#domain/lot-actes/acte-de-lot'
import { compter } from '#domain/nombre'
import { phraseRetour } from '#libelles/journal/retours'
import { MOTS_ACTE_DE_LOT, phraseCourriels, phraseResultat, verbeEtNombre } from '#libelles/lot-actes/acte-de-lot'
import { RetourBannette } from '#ui/bannette/retour-bannette'
import { CourrielApercu, type CourrielMontre } from '#ui/courriel/courriel-apercu'
import { Bandeau } from '#ui/kit/bandeau'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import type { ChampOffert } from '#ui/champ-du-service/champ-de-lot'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { PageHeader } from '#ui/kit/page-header'
import { type AutreLot, AutresLots } from '#ui/lot-actes/autres-lots'
import { LotAvancement } from '#ui/lot-actes/lot-avancement'
import { type AgentChoisi, FormulaireDeLot, type SeanceOuverte } from '#ui/lot-actes/lot-champs'
import { type Groupe, LotGroupe } from '#ui/lot-actes/lot-groupe'

type Lot = {
  id: string
  version: number
  acte: ActeDeLot
  champs: ChampsDeLot
  parLigne: boolean
  rejets: string[]
  etape: EtapeDeLot
  comptes: ComptesDeLot
  total: number
  courriels: number
  retenus: number
  raisons: { etat: EtatLigne; motif: string; n: number }[]
  groupes: Groupe[]
  autres: AutreLot[]
  agents: AgentChoisi[]
  etiquettes: string[]
  seances: SeanceOuverte[]
  service: readonly ChampOffert[]
  moi: string
  seul: EtatLigne | null
  page: number
  taille: number
}

type Props = { lot: Lot; apercu: { numero: string; courriel: CourrielMontre } | null }

/** A lot: what it asks for, then what would change and what would not, then what became of each dossier. */
export function LotActes({ lot, apercu }: Props) {
  const { acte, etape, groupes, raisons, seul, page, taille } = lot
  const { pathname } = useLocation()
  const lance = etape === 'EN_COURS' || etape === 'FINI'
  const aRegler = etape === 'A_REGLER'
  return (
    <>
      {lot.champs.seanceId && lot.parLigne ? (
        <Link to={`/commissions/${lot.champs.seanceId}`}>Retour à la séance</Link>
      ) : (
        <RetourBannette />
      )}
      <PageHeader titre={MOTS_ACTE_DE_LOT[acte].verbe} sousTitre={MOTS_ACTE_DE_LOT[acte].dit} />
      {!lance && <FormulaireDeLot lot={lot} />}
      <AutresLots autres={lot.autres} />
      {(etape === 'EXAMEN' || etape === 'EN_COURS') && <LotAvancement {...lot} />}
      {etape === 'PRET' && <Confirmer lot={lot} />}
      {etape === 'FINI' && (
        <Bandeau severity={lot.comptes.FAITE > 0 ? 'success' : 'info'} role="status" marges="mb2">
          {phraseResultat(acte, lot.comptes)}
        </Bandeau>
      )}
      {etape === 'FINI' && acte === 'telecharger' && lot.comptes.FAITE > 0 && (
        <Button component="a" href={`${pathname}/pieces`} download variant="contained" sx={{ mb: 2 }}>
          Télécharger l’archive
        </Button>
      )}
      {lot.rejets.length > 0 && (
        <section aria-labelledby="rejets">
          <Typography variant="h2" id="rejets">
            {compter(lot.rejets.length, 'ligne du classeur laissée', 'lignes du classeur laissées')}
          </Typography>
          <ul>
            {lot.rejets.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </section>
      )}
      {aRegler && (
        <Typography sx={{ mb: 2 }}>{`${compter(lot.total, 'dossier choisi', 'dossiers choisis')}.`}</Typography>
      )}
      {!aRegler &&
        groupes.map((groupe) => (
          <LotGroupe
            key={groupe.etat}
            groupe={groupe}
            lance={lance}
            raisons={raisons.filter(({ etat }) => etat === groupe.etat)}
            voir={etape === 'PRET' && groupe.etat === 'PRETE'}
            pages={seul && { page, taille }}
          />
        ))}
      {seul && (
        <MuiLink component={Link} to={pathname}>
          Voir tous les dossiers de ce lot
        </MuiLink>
      )}
      {apercu && (
        <section aria-labelledby="apercu">
          <Typography variant="h2" id="apercu" sx={{ mb: 1 }}>
            Courriel du dossier {apercu.numero}
          </Typography>
          <Box sx={{ maxWidth: 800 }}>
            <CourrielApercu courriel={apercu.courriel} />
          </Box>
        </section>
      )}
    </>
  )
}

/** The yes, with what it does: how many change, how many do not, how many mails leave, and whether it can be undone. */
function Confirmer({ lot: { id, version, acte, comptes, courriels, retenus } }: { lot: Lot }) {
  const envoi = useEnvoi<Reponse>({ nom: 'lotActes', objet: id })
  const { PRETE: prets, ECARTEE: ecartes } = comptes
  const changent =
    prets === 0 ? 'Aucun de ces dossiers ne peut changer' : compter(prets, 'dossier change', 'dossiers changent')
  const restent = ecartes > 0 ? `, ${compter(ecartes, 'ne change pas', 'ne changent pas')}` : ''
  return (
    <Formulaire envoi={envoi}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="intent" value="lancer" />
      <input type="hidden" name="version" value={version} />
      <Typography role="status" sx={{ fontWeight: 600 }}>
        {changent}
        {restent}. {prets > 0 && phraseCourriels({ courriels, retenus })}
      </Typography>
      {prets > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', my: 1.5 }}>
          <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
            {verbeEtNombre(acte, prets)}
          </Button>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {phraseRetour(MOTS_ACTE_DE_LOT[acte].retour)}
          </Typography>
        </Box>
      )}
    </Formulaire>
  )
}
