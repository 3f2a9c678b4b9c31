# One download with Perl's own Net::FTP.
# Usage: perl net_ftp_client.pl HOST PORT USER PASSWORD active|passive|default SECONDS REMOTE LOCAL
use strict;
use warnings;
use Net::FTP;

my ($host, $port, $user, $password, $mode, $seconds, $remote, $local) = @ARGV;
my @mode = $mode eq "default" ? () : (Passive => $mode eq "passive");
my $ftp = Net::FTP->new($host, Port => $port, Timeout => $seconds, @mode)
    or die "no connection: $@\n";
$ftp->login($user, $password) or die "no login: ", $ftp->message;
$ftp->binary;
$ftp->get($remote, $local) or die "no file: $!\n";
$ftp->quit;
