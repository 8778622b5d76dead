import { Bandeau } from '#ui/kit/bandeau'
import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { compter } from '#domain/nombre'
import type { Recours } from '#domain/notification-de-decision/notification-prouvee'
import { DelaiRecours } from '#ui/notification-de-decision/delai-recours'
import type { Arret, Horloge } from '#domain/dossier/delais'
import type { EtatDemandeComplement } from '#domain/complement/demande-complement'
import { formatJour, formatJourLong, type Jour } from '#domain/temps/jour'
import { LIBELLE_ETAT_DEMANDE } from '#libelles/complement/complement'

type ArretMontre = Arret & {
  etat: EtatDemandeComplement | null
  elements: number
  par: { prenom: string; nom: string } | null
}

type Delais = Omit<Horloge, 'arrets'> & {
  aujourdhui: Jour
  decideLe: Jour | null
  /** Whether the clock still runs. */
  court: boolean
  arrets: ArretMontre[]
  /** Null while nothing is decided. */
  recours: Recours | null
  accuse: {
    enregistrementLe: Jour
    auPlusTardLe: Jour
    envoyeLe: Jour | null
    jours: { jour: Jour; ouvre: boolean; ferie: boolean; ferme: boolean }[]
  }
}

const jours = (n: number) => compter(n, 'jour')

/** Why a suspension lasted what it lasted. */
function pourquoi({ jours: n, tardif, leveeLe, limite, jusquAu, etat }: ArretMontre): string {
  if (tardif) return 'Demandé après le rejet implicite\u00a0: il n’y avait plus rien à suspendre.'
  if (etat === 'OUVERTE')
    return `En cours\u00a0: compté jusqu’à la date limite, le ${formatJour(limite)}, tant que rien n’arrive.`
  if (etat === 'REMPLACEE') return `Remplacé par une autre demande le ${formatJour(jusquAu)}.`
  if (n === 0 && leveeLe) return 'Reçu le jour même, ou pendant une suspension déjà comptée.'
  if (leveeLe && leveeLe < limite)
    return `La dernière pièce est arrivée le ${formatJour(leveeLe)}, avant la date limite.`
  return `La date limite est passée le ${formatJour(limite)}.`
}

/** How the dates of a dossier are found, so that an officer can tell them on the telephone. */
export function DossierDelais({ delais }: { delais: Delais | null }) {
  if (!delais) return <Bandeau severity="info">Aucun délai ne court avant le dépôt.</Bandeau>
  const { deposeLe, sansArret, arrets, joursSuspendus, rejetLe, decideLe, court, accuse, recours } = delais
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 1000, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <section aria-labelledby="rejet">
        <Typography variant="h2" id="rejet" sx={{ mb: 1 }}>
          Rejet implicite
        </Typography>
        {decideLe ? (
          <Bandeau severity="info" marges="mb1">
            Une décision a été prise le {formatJour(decideLe)}
            {'\u00a0'}: ce délai ne court plus. Il se serait achevé le {formatJour(rejetLe)}.
          </Bandeau>
        ) : !court ? (
          <Bandeau severity="info" marges="mb1">
            Ce dossier a été repris d’une année passée, ou clos ailleurs{'\u00a0'}: ce délai est donné pour mémoire, il
            n’alarme personne. Il s’est achevé le {formatJour(rejetLe)}.
          </Bandeau>
        ) : (
          <Typography sx={{ mb: 1 }}>
            Sans décision, la demande est réputée rejetée le <strong>{formatJourLong(rejetLe)}</strong>
            {'\u00a0'}: deux mois après le dépôt
            {joursSuspendus > 0 && `, plus ${jours(joursSuspendus)} de suspension`}.
          </Typography>
        )}
        <Box component="ol" aria-label="Étapes du délai" sx={FRISE}>
          <Etape le={deposeLe} quoi="Dépôt de la demande">
            Le délai de deux mois court de ce jour, de quantième en quantième.
          </Etape>
          {arrets.map((arret) => (
            <Etape
              key={`${arret.du} ${arret.limite}`}
              le={arret.du}
              jusquAu={arret.jusquAu}
              quoi={`Suspension de ${jours(arret.jours)}`}
            >
              Compléments demandés{arret.par && ` par ${arret.par.prenom} ${arret.par.nom}`}. {pourquoi(arret)}
            </Etape>
          ))}
          <Etape le={rejetLe} quoi={decideLe || !court ? 'Fin du délai, s’il avait couru' : 'Rejet implicite'}>
            Le silence gardé jusqu’à la fin de ce jour vaut rejet.
          </Etape>
        </Box>
        <TableContainer tabIndex={0} role="region" aria-label="Calcul du rejet implicite">
          <Table size="small" aria-label="Calcul du rejet implicite">
            <TableHead>
              <TableRow>
                <TableCell>Du</TableCell>
                <TableCell>Au</TableCell>
                <TableCell>Ce qui se passe</TableCell>
                <TableCell align="right">Jours ajoutés</TableCell>
                <TableCell>Rejet implicite</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              <TableRow>
                <TableCell>{formatJour(deposeLe)}</TableCell>
                <TableCell>{formatJour(sansArret)}</TableCell>
                <TableCell>Deux mois</TableCell>
                <TableCell align="right">–</TableCell>
                <TableCell>{formatJour(sansArret)}</TableCell>
              </TableRow>
              {arrets.map((arret) => (
                <TableRow key={`${arret.du} ${arret.limite}`}>
                  <TableCell>{formatJour(arret.du)}</TableCell>
                  <TableCell>{formatJour(arret.jusquAu)}</TableCell>
                  <TableCell>{arret.etat ? LIBELLE_ETAT_DEMANDE[arret.etat] : 'Suspension'}</TableCell>
                  <TableCell align="right">{arret.jours}</TableCell>
                  <TableCell>{formatJour(arret.rejetLe)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          Code des relations entre le public et l’administration{'\u00a0'}: le silence de deux mois sur une demande à
          caractère financier vaut rejet (article L.{'\u00a0'}231-4, 3°)
          {'\u00a0'}; le délai est suspendu pendant celui donné pour compléter la demande, et court de nouveau à
          l’arrivée de la dernière pièce (article L.{'\u00a0'}114-5). Les jours sont ceux de Paris{'\u00a0'}; deux
          suspensions qui se recouvrent comptent une fois.
        </Typography>
      </section>
      {recours && <DelaiRecours {...recours} />}
      <section aria-labelledby="accuse">
        <Typography variant="h2" id="accuse" sx={{ mb: 1 }}>
          Accusé de réception
        </Typography>
        <Typography>
          {accuse.envoyeLe
            ? `Envoyé le ${formatJour(accuse.envoyeLe)}, pour le ${formatJour(accuse.auPlusTardLe)} au plus tard.`
            : `À envoyer au plus tard le ${formatJour(accuse.auPlusTardLe)}.`}{' '}
          À défaut d’accusé immédiat, l’enregistrement est à confirmer le {formatJour(accuse.enregistrementLe)} au plus
          tard.
        </Typography>
        <Typography sx={{ mt: 0.5 }}>
          Les dix jours ouvrés{'\u00a0'}:{' '}
          {accuse.jours
            .filter(({ ouvre }) => ouvre)
            .map(({ jour }) => formatJour(jour))
            .join(', ')}
          .{' '}
          {accuse.jours.some(({ ferie, ferme }) => ferie || ferme) &&
            `Jours fériés et de fermeture\u00a0: ${accuse.jours
              .filter(({ ferie, ferme }) => ferie || ferme)
              .map(({ jour }) => formatJour(jour))
              .join(', ')}.`}
        </Typography>
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          Articles R.{'\u00a0'}112-11-1 et R.{'\u00a0'}112-11-2{'\u00a0'}: dix jours ouvrés pour l’accusé de réception
          électronique, un jour ouvré pour l’accusé d’enregistrement.
        </Typography>
      </section>
    </Box>
  )
}

const FRISE = { m: 0, mb: 2, pl: 2, listStyle: 'none', borderLeft: 3, borderColor: 'divider' } as const

function Etape({ le, jusquAu, quoi, children }: { le: Jour; jusquAu?: Jour; quoi: string; children: ReactNode }) {
  return (
    <Box component="li" sx={{ pb: 1.25 }}>
      <strong>
        {jusquAu ? `Du ${formatJour(le)} au ${formatJour(jusquAu)}` : formatJour(le)} – {quoi}
      </strong>
      <Box sx={{ color: 'text.secondary', fontSize: '0.9375rem' }}>{children}</Box>
    </Box>
  )
}
