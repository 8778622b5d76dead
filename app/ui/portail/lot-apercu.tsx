import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Typography } from '@mui/material'
import { compter, formatEntier } from '#domain/nombre'
import type { Apercu } from '#domain/portail/apercu'
import { type Couverture, estDouteuse } from '#domain/portail/couverture'
import { JOURS_ANCIEN } from '#domain/portail/reprise'
import { LIBELLE_COUVERTURE, phraseSansSignataire } from '#libelles/portail/lot'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { ListeApercu, ListeCourriels, type Montre } from '#ui/portail/lot-apercu-listes'

export type ApercuMontre = Omit<Apercu, 'rejets' | 'anomalies' | 'disparus' | 'courriels' | 'pieces'> & {
  rejets: Montre<Apercu['rejets'][number]>
  anomalies: Montre<Apercu['anomalies'][number]>
  disparus: Montre<string>
  courriels: Montre<Apercu['courriels'][number]>
  pieces: { recues: number; refusees: Montre<{ fichier: string; motif: string }> }
}

type Props = {
  apercu: ApercuMontre
  lot: { id: string; version: number; couverture: Couverture; apercuRefait: boolean }
  peutRepondre: boolean
}

/** What an import would do, and the answer it waits for. It writes nothing until then. */
export function LotApercu({ apercu, lot, peutRepondre }: Props) {
  const { couverture, apercuRefait } = lot
  return (
    <Box sx={{ maxWidth: 1000 }}>
      {apercuRefait && (
        <Bandeau severity="warning" marges="mb2">
          Des dossiers ont changé depuis le premier aperçu{'\u00a0'}: rien n’a été importé, et voici ce qui se passerait
          maintenant.
        </Bandeau>
      )}
      <Typography variant="h2" sx={{ mb: 1 }}>
        Ce qui se passerait
      </Typography>
      <Typography sx={{ mb: 1 }}>
        Rien n’est encore importé. Ce listing contient{'\u00a0'}: {LIBELLE_COUVERTURE[couverture].toLowerCase()}.
      </Typography>
      <Nombres apercu={apercu} />
      {apercu.reprises > 0 && (
        <Bandeau severity="info" marges="my2">
          {compter(apercu.reprises, 'dossier')} des années passées ou déjà clos sur le portail{'\u00a0'}: repris comme
          historique, sans courriel, sans relance et sans alarme de délai.
        </Bandeau>
      )}
      {apercu.sansSignataire > 0 && (
        <Bandeau severity="warning" marges="my2">
          {phraseSansSignataire(apercu.sansSignataire)}
        </Bandeau>
      )}
      {apercu.campagnesOuvertes.length > 0 && (
        <Bandeau severity="warning" marges="my2">
          {apercu.campagnesOuvertes.join(', ')}
          {'\u00a0'}: cette campagne n’existe pas. Elle serait ouverte avec les réglages par défaut, à vérifier, et sans
          signataire{'\u00a0'}: aucun accusé de réception n’en partirait avant que vous l’ayez complété.
        </Bandeau>
      )}
      <ListeApercu
        titre="Rejets"
        liste={apercu.rejets}
        dire={({ ligne, colonne, motif }) => `Ligne ${ligne}, ${colonne}\u00a0: ${motif}`}
      />
      <ListeApercu
        titre="Anomalies"
        liste={apercu.anomalies}
        dire={({ numero, colonne, motif }) => `${numero}, ${colonne}\u00a0: ${motif}`}
      />
      <ListeApercu titre="Absents de ce listing" liste={apercu.disparus} dire={(numero) => numero} />
      <ListeApercu
        titre="Pièces refusées"
        liste={apercu.pieces.refusees}
        dire={({ fichier, motif }) => `${fichier}\u00a0: ${motif}`}
      />
      {peutRepondre ? (
        <Repondre apercu={apercu} lot={lot} />
      ) : (
        <Bandeau severity="info">Votre rôle permet de lire cet aperçu, pas d’y répondre.</Bandeau>
      )}
    </Box>
  )
}

function Nombres({ apercu }: { apercu: ApercuMontre }) {
  const nombres: [string, number][] = [
    ['Nouveaux dossiers', apercu.crees],
    ['Mis à jour', apercu.misAJour],
    ['Inchangés', apercu.inchanges],
    ['Brouillons', apercu.brouillons],
    ['Hors périmètre', apercu.horsPerimetre],
    ['Rejets', apercu.rejets.total],
    ['Anomalies', apercu.anomalies.total],
    ['Pièces reçues', apercu.pieces.recues],
  ]
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { xs: 'repeat(2, 1fr)', sm: 'repeat(4, 1fr)' },
      }}
    >
      {nombres.map(([nom, n]) => (
        <Box key={nom} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 1.5, py: 1 }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {nom}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontSize: '1.25rem', fontWeight: 600 }}>
            {formatEntier(n)}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}

function Repondre({ apercu, lot: { id, version, couverture } }: Omit<Props, 'peutRepondre'>) {
  const envoi = useEnvoi<Reponse>({ nom: 'apercuImport', objet: id })
  const busy = envoi.state !== 'idle'
  const { courriels, anciennes, absents, connus } = apercu
  const douteuse = couverture === 'CAMPAGNE' && estDouteuse({ absents, connus })
  return (
    <Box component={Formulaire} envoi={envoi} sx={{ mt: 3 }}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="version" value={version} />
      {courriels.total === 0 ? (
        <Typography sx={{ fontWeight: 600 }}>
          Aucun courriel ne partirait.
          <input type="hidden" name="courriels" value="non" />
        </Typography>
      ) : (
        <Box component="fieldset" sx={{ m: 0, p: 2, border: 1, borderColor: 'divider', borderRadius: 1, minWidth: 0 }}>
          <Typography component="legend" variant="subtitle1" sx={{ px: 0.5, fontWeight: 600 }}>
            {`${compter(courriels.total, 'courriel partirait', 'courriels partiraient')}\u00a0: les envoyer\u00a0?`}
          </Typography>
          {anciennes > 0 && (
            <Typography variant="body2" sx={{ mb: 1 }}>
              {compter(anciennes, 'dossier a été déposé', 'dossiers ont été déposés')} il y a plus de{' '}
              {compter(JOURS_ANCIEN, 'jour')}
              {'\u00a0'}: le portail leur a sans doute déjà écrit.
            </Typography>
          )}
          <ListeCourriels courriels={courriels} />
          <Choix nom="courriels" valeur="non" libelle="Non, n’envoyer aucun courriel" parDefaut />
          <Choix nom="courriels" valeur="oui" libelle={`Oui, envoyer ${compter(courriels.total, 'courriel')}`} />
        </Box>
      )}
      {douteuse && (
        <Bandeau severity="warning" marges="mt2">
          {`Il manque à ce listing ${formatEntier(absents)} des ${compter(connus, 'dossier connu', 'dossiers connus')} de ses campagnes.`}
          <Box component="label" sx={{ display: 'flex', gap: 1, mt: 1 }}>
            <input type="checkbox" name="absents" value="on" required />
            <span>Le listing est bien complet{'\u00a0'}: ces dossiers ne sont plus sur le portail.</span>
          </Box>
        </Bandeau>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        <Button type="submit" name="intention" value="confirmer" variant="contained" disabled={busy}>
          Importer
        </Button>
        <Button type="submit" name="intention" value="ecarter" variant="outlined" disabled={busy} formNoValidate>
          Abandonner cet import
        </Button>
      </Box>
      <Retour de="confirmerLot" verbe="Importer" />
      <Retour de="ecarterLot" verbe="Abandonner" />
    </Box>
  )
}

type Choisi = { nom: string; valeur: string; libelle: string; parDefaut?: boolean }

const Choix = ({ nom, valeur, libelle, parDefaut = false }: Choisi) => (
  <Box component="label" sx={{ display: 'flex', gap: 1, py: 0.75 }}>
    <input type="radio" name={nom} value={valeur} defaultChecked={parDefaut} />
    <span>{libelle}</span>
  </Box>
)
